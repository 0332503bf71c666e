/// A small edition with stages, for tests that look at more than one of its parts.
extension Workbench {
    /// The first two stages of the instrument.
    public static let firstStages = """
          list:
            - id: professional
              title: {en: professional}
              phrases: {emerging: {en: emerging professional}, before: {en: pre-professional}}
            - id: strategic
              title: {en: strategic}
              phrases:
                transition: {en: in transition to strategic}
                elements: {en: with elements of strategic}
                isolated: {en: with isolated strategic practices}
                not-assessed: {en: "(strategic: not assessed)"}

        """

    /// The numbers of the instrument, without kinds of proof.
    public static let verdictNumbers = """
          established: 70
          emerging: 40
          coverage: 2/3
          decisive: {below: 40, caps-at: 69.9}
          attained: {mean: 70, established: 3/4, least: 40}
          presence:
            transition: {mean: 55, established: 1/2}
            elements: {mean: 40, one-of: {established: 1/4, emerging: 1/2}}
            isolated: {one-of: {established: any, emerging: 1/4}}
          apparatus: {kind: apparatus, weight: staff, attained: 3/4, mean: 70}

        """

    /// The rule of the verdict as the instrument has it, with two stages.
    public static let stagesRule =
        "stages:\n" + firstStages + verdictNumbers
        + "  proof: {kinds: [practice, result], of: [strategic], at-least: 1/2, caps-at: 69.9}\n"

    /// Two dimensions and two stages; the value of each criterion is an input named like it.
    ///
    /// - Parameter rule: What takes the place of ``stagesRule``.
    /// - Returns: The whole edition, for the kinds `ministry` and `apparatus`.
    public static func stagesEdition(rule: String = stagesRule) -> String {
        edition(
            """
            inputs:
              staff: {type: count, min: 0, optional: true}
              a1: {type: percent, optional: true}
              a2: {type: percent, optional: true}
              a3: {type: percent, optional: true}
              a4: {type: percent, optional: true}
              b1: {type: percent, optional: true}
              b2: {type: number, optional: true}
              b3: {type: percent, optional: true}
            \(rule)scorecard:
              id: diagnosis
              aggregate: none
              nodes:
                - id: A
                  aggregate: none
                  nodes:
                    - id: A-P
                      stage: professional
                      nodes:
                        - {id: A-P1, value: a1, score: as-is, decisive: true, proof: practice}
                        - {id: A-P2, value: a2, score: {thresholds: {floor: 20, pass: 76, full: 100}}, origin: published, proof: result}
                        - {id: A-P3, value: a3, score: {thresholds: {floor: 20, pass: 15, full: 10}}, origin: remembered, proof: [legislation, result]}
                    - id: A-S
                      stage: strategic
                      nodes:
                        - {id: A-S1, value: a4, score: {thresholds: {floor: 0, full: 50}}, origin: proposed, proof: practice}
                - id: B
                  aggregate: none
                  nodes:
                    - id: B-P
                      stage: professional
                      nodes: [{id: B-P1, value: b1, score: as-is, level: both, proof: guidance}]
                    - id: B-S
                      stage: strategic
                      nodes:
                        - {id: B-S1, weight: 1, value: b2, score: {thresholds: {floor: 27.7, pass: 33.1, full: 43.0}}, origin: quantile, level: system, proof: result}
                        - {id: B-S2, weight: 2, value: b3, score: as-is, proof: legislation}
            """, head: ["applies-to": "[ministry, apparatus]"])
    }
}
