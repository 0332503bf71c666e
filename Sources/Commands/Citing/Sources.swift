package import Domain
internal import JSON
internal import Methodology

/// `apparatus sources`: the acts and clauses of an edition, and which rules cite them.
package enum Sources {
    /// The ways in which the answer is written.
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case text
        case csv
        case json
    }

    /// What is listed, and how.
    package struct Request: Hashable, Sendable {
        /// A folder, a file, or a shipped edition.
        package var name: String
        /// The day by which sources should have been checked; `nil`: nobody asks.
        package var day: Day?
        /// Whether sources without citations, or not checked, end the process with 1.
        package var isFailing: Bool
        /// The language of titles.
        package var language: String?
        /// How the answer is written.
        package var format: Format

        /// An edition, for people, unless said otherwise.
        package init(
            _ name: String, day: Day? = nil, isFailing: Bool = false, language: String? = nil,
            format: Format = .text
        ) {
            self.name = name
            self.day = day
            self.isFailing = isFailing
            self.language = language
            self.format = format
        }
    }

    /// Reads the edition and lists its sources.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        do throws(Refusal) {
            let location = try EditionLocation.find(request.name)
            let (plan, complaint) = location.read()
            guard let plan else { throw Refusal(input: [complaint]) }
            var answer = Answer(terminal)
            answer.messages.complaints([complaint], hasExcerpts: terminal.isMessages)
            let list = SourceList(plan, request, prefix: location.prefix)
            switch request.format {
            case .text:
                list.write(to: &answer.output)
                answer.next(list.next)
            case .csv: answer.output.data(list.csv)
            case .json:
                answer.output.data(list.json.bytes(isIndented: true) + [UInt8(ascii: "\n")])
            }
            if request.isFailing, !list.uncited.isEmpty || !list.unchecked.isEmpty {
                answer.status = .failed
            }
            return answer
        } catch {
            return Answer(error, terminal)
        }
    }
}
