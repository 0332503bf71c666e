import Foundation
import PackagePlugin

/// Turns the text files, and those of the folders, that a target's own folder links to into Swift
/// string literals of that target.
///
/// The links are what makes a plain `swift build` notice files that are new or gone: the package
/// manager plans again when something below a target's folder changes. See decision 6.
@main struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let inputs = try files(linkedFrom: target.directoryURL)
        let output = context.pluginWorkDirectoryURL.appending(path: "Texts.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) texts in \(target.name)",
                executable: try context.tool(named: "embed-text").url,
                arguments: ([output, context.package.directoryURL] + inputs).map(path),
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    /// The linked files, and all below the linked folders, in the order of their names, without
    /// hidden ones.
    private func files(linkedFrom folder: URL) throws -> [URL] {
        let entries = try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
        let links = entries.map { folder.appending(path: $0) }.filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: path($0))) != nil
        }
        return try links.map { $0.resolvingSymlinksInPath() }.flatMap { root in
            guard isFolder(root) else { return [root] }
            return try FileManager.default.subpathsOfDirectory(atPath: path(root)).sorted()
                .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
                .map { root.appending(path: $0) }
                .filter { !isFolder($0) }
        }
    }

    private func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path(url), isDirectory: &isFolder)
        return exists && isFolder.boolValue
    }

    private func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
