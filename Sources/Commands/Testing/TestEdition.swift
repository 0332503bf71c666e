internal import Diagnostics
internal import Explanation
internal import Methodology
internal import Scoring

/// `apparatus test`: the test cases that stand beside the rules of an edition.
package enum TestEdition {
    /// Runs all of them.
    package static func answer(_ name: String, _ terminal: Terminal) -> Answer {
        do throws(Refusal) {
            let location = try EditionLocation.find(name)
            let (plan, complaint) = location.read()
            guard let plan else { throw Refusal(input: [complaint]) }
            var answer = Answer(terminal)
            answer.messages.complaints([complaint], hasExcerpts: terminal.isMessages)
            answer.cases(CaseRun.run(plan), location.prefix)
            if answer.status == .failed {
                let again = commandLine(["apparatus", "test", name])
                answer.next(["mend the rule or the case, then \(again)"])
            } else if plan.cases.isEmpty {
                answer.next(["write cases into edition.test.yaml beside the rules"])
            } else {
                answer.next([
                    commandLine(["apparatus", "new", "my-workspace", "--methodology", name])
                ])
            }
            return answer
        } catch {
            return Answer(error, terminal)
        }
    }
}

extension Answer {
    /// A line for each case; beneath a failed one what came out otherwise.
    fileprivate mutating func cases(_ results: [CaseResult], _ prefix: String) {
        for result in results {
            guard !result.passed else {
                output.line([Span("holds ", .good), Span(result.name)])
                continue
            }
            status = .failed
            output.line([Span("fails ", .error), Span(result.name)])
            for difference in result.differences {
                output.line("      \(prefix)\(result.place): \(difference)")
            }
            if let (assessment, node, unit) = result.computed,
                let reason = Wording(assessment, language: nil).reason(of: node, at: unit)
            {
                output.line("      because \(reason)")
            }
            for entry in result.log.entries { output.line("      \(prefix)\(entry)") }
            if result.log.omitted > 0 {
                output.line("      \(result.log.omitted) more of the same kinds are not shown")
            }
        }
        let failed = results.count { !$0.passed }
        let cases = Words.counted(results.count, "case")
        output.line(
            failed == 0
                ? results.isEmpty ? "The edition has no test cases" : "\(cases), all hold"
                : "\(cases), \(failed) of them \(failed == 1 ? "fails" : "fail")")
    }
}
