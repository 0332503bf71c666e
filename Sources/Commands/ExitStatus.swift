/// What a command says to whoever called it: the numbers of `sysexits.h` where there is one.
package enum ExitStatus: Int32, Hashable, Sendable {
    /// Done, whatever was found.
    case done = 0
    /// A test case failed, or there are findings and the caller asked to fail on them.
    case failed = 1
    /// The command was written wrongly.
    case wrongCommand = 64
    /// What was handed in is wrong.
    case wrongInput = 65
    /// A file, folder or edition that is not there.
    case missing = 66
    /// The fault is ours, or the system did not let us write.
    case ourFault = 70
}
