import Foundation
import PackagePlugin

/// Turns the text files of the package's `methodologies` and `templates` folders into Swift
/// string literals of the target that asks for it.
///
/// See decision 7. A file that is new, changed or gone is noticed by a plain `swift build`.
@main struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let inputs = try ["methodologies", "templates"].flatMap { try files(in: $0, of: root) }
        let output = context.pluginWorkDirectoryURL.appending(path: "Texts.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) texts in \(target.name)",
                executable: try context.tool(named: "embed-text").url,
                arguments: ([output, root] + inputs).map { $0.path(percentEncoded: false) },
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    /// All files below a folder in the order of their names, without hidden ones; none when
    /// there is no such folder.
    private func files(in folder: String, of root: URL) throws -> [URL] {
        let folder = root.appending(path: folder)
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            return []
        }
        return try FileManager.default
            .subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
            .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted()
            .map { folder.appending(path: $0) }
            .filter { !isFolder($0) }
    }

    private func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
            atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
        return exists && isFolder.boolValue
    }
}
