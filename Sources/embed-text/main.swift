internal import BuildTools
internal import Glibc

// Arguments: the file to write, the folder that names are relative to, then the texts.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    complain("embed-text: error: expected OUTPUT FOLDER [TEXT…]\n")
    exit(64)
}
do {
    let texts = try arguments.dropFirst(3).map { path throws(BuildError) in
        try EmbeddedText(path: path, below: arguments[2])
    }
    try writeFile(arguments[1], swiftSource(of: texts))
} catch {
    complain("\(error)\n")
    exit(1)
}
