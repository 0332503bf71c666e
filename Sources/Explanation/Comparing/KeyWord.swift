internal import Locales

extension Phrases {
    /// A key of an edition as people say it; other words, such as formulas and ids, as they are.
    func word(_ key: String) -> String {
        if locale != .english, let word = translated(key) { return word }
        let isKey = key.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) }
        return isKey ? key.split(separator: "-").joined(separator: " ") : key
    }

    /// `nil` for a key that is seldom met, which stays as it stands in the file.
    private func translated(_ key: String) -> String? {
        switch key {
        case "node": keyNode
        case "parameter": keyParameter
        case "input": keyInput
        case "table": keyTable
        case "field": keyField
        case "check": keyCheck
        case "effort check": keyEffortCheck
        case "band": keyBand
        case "source": keySource
        case "list": keyList
        case "lookup": keyLookup
        case "edition": keyEdition
        case "methodology": keyMethodology
        case "title": keyTitle
        case "note": keyNote
        case "definition": keyDefinition
        case "unit": keyUnit
        case "owner": keyOwner
        case "status": keyStatus
        case "languages": keyLanguages
        case "basis": keyBasis
        case "in-force": keyInForce
        case "from": keyFrom
        case "to": keyTo
        case "below": keyBelow
        case "above": keyAbove
        case "applies-to": keyAppliesTo
        case "applies-when": keyAppliesWhen
        case "period": keyPeriod
        case "arithmetic": keyArithmetic
        case "scale": keyScale
        case "rounding": keyRounding
        case "round": keyRound
        case "digits": keyDigits
        case "mode": keyMode
        case "at": keyAt
        case "display": keyDisplay
        case "ranking": keyRanking
        case "ties": keyTies
        case "best": keyBest
        case "worst": keyWorst
        case "figures": keyFigures
        case "within": keyWithin
        case "nodes": keyNodes
        case "weight": keyWeight
        case "value": keyValue
        case "values": keyValues
        case "aggregate": keyAggregate
        case "weighted-mean": keyWeightedMean
        case "weighted-sum": keyWeightedSum
        case "sum": keySum
        case "harmonic": keyHarmonic
        case "geometric": keyGeometric
        case "power": keyPower
        case "median": keyMedian
        case "coverage": keyCoverage
        case "at-least": keyAtLeast
        case "at-most": keyAtMost
        case "not-applicable": keyNotApplicable
        case "missing": keyMissing
        case "excluded": keyExcluded
        case "treat": keyTreat
        case "winsorise": keyWinsorise
        case "skewness": keySkewness
        case "kurtosis": keyKurtosis
        case "empty": keyEmpty
        case "rule": keyRule
        case "reason": keyReason
        case "open": keyOpen
        case "score": keyScore
        case "grade": keyGrade
        case "points": keyPoints
        case "knots": keyKnots
        case "goalposts": keyGoalposts
        case "target": keyTarget
        case "credit": keyCredit
        case "baseline": keyBaseline
        case "corrections": keyCorrections
        case "bonus": keyBonus
        case "penalty": keyPenalty
        case "cap": keyCap
        case "floor": keyFloor
        case "gate": keyGate
        case "caps-at": keyCapsAt
        case "when": keyWhen
        case "unknown": keyUnknown
        case "min": keyMin
        case "max": keyMax
        case "type": keyType
        case "optional": keyOptional
        case "expect": keyExpect
        case "key": keyKey
        case "lists": keyLists
        case "bands": keyBands
        case "grades": keyGrades
        case "bounds": keyBounds
        case "peers": keyPeers
        case "alternatives": keyAlternatives
        case "assessors": keyAssessors
        case "confidence": keyConfidence
        case "assumed": keyAssumed
        case "link": keyLink
        case "date": keyDate
        case "last-checked": keyLastChecked
        case "publisher": keyPublisher
        case "days": keyDays
        case "percent": keyPercent
        case "share": keyShare
        case "count": keyCount
        case "number": keyNumber
        case "money": keyMoney
        case "stages": keyStages
        case "stage": keyStage
        case "established": keyEstablished
        case "emerging": keyEmerging
        case "decisive": keyDecisive
        case "proof": keyProof
        case "level": keyLevel
        case "origin": keyOrigin
        case "thresholds": keyThresholds
        case "pass": keyPass
        case "full": keyFull
        case "pass-marks": keyPassMarks
        case "presence": keyPresence
        case "attained": keyAttained
        case "mean": keyMean
        case "plan": keyPlan
        case "actual": keyActual
        case "better": keyBetter
        case "revised": keyRevised
        case "late": keyLate
        case "periods": keyPeriods
        default: nil
        }
    }
}
