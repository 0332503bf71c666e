internal import FuzzDriver
internal import FuzzSubjects

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
@unsafe public func one(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    unsafe FuzzDriver.hand(data, size, to: .formula)
}

/// Where the process begins: the package manager gives every executable's entry its name.
@_cdecl("fuzz_formula_main")
@unsafe public func entry(
    _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    unsafe FuzzDriver.run(count, arguments, one)
}
