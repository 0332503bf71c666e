internal import BuildTools
internal import Glibc

// Arguments: the file to write, then the files with texts.
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    complain("compile-texts: error: expected OUTPUT [FILE…]\n")
    exit(64)
}
var reading = Reading()
for path in arguments.dropFirst(2) { reading.read(path) }
for mistake in reading.mistakes { complain("\(mistake)\n") }
guard reading.mistakes.isEmpty else { exit(1) }
do {
    try writeFile(arguments[1], swiftSource(of: reading.entries))
} catch {
    complain("\(error)\n")
    exit(1)
}
