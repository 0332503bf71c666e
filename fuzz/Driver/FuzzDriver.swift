public import FuzzSubjects

/// Hands the arguments of the process to libFuzzer, which calls the subject until told to stop.
///
/// - Source: The interface of libFuzzer, llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a
///   library".
public enum FuzzDriver {
    /// What a process does from its beginning to its end.
    @unsafe public static func run(
        _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
        _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt {
        var count = count
        var arguments = unsafe arguments
        return unsafe runDriver(&count, &arguments, one)
    }

    /// Hands on what libFuzzer made up.
    @unsafe public static func hand(
        _ data: UnsafePointer<UInt8>?, _ size: Int, to subject: FuzzSubject
    ) -> CInt {
        unsafe subject.read(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
@unsafe private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
