import Foundation
import PackagePlugin

/// Turns the `.texts` files of a target into its type `Phrases`.
///
/// Every text in every language is checked while it is compiled: a mistake in one is an error of
/// the build. See decision 15.
@main struct CompileTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let inputs = target.sourceFiles.map(\.url).filter { $0.pathExtension == "texts" }
            .sorted { path($0) < path($1) }
        let output = context.pluginWorkDirectoryURL.appending(path: "Phrases.swift")
        return [
            .buildCommand(
                displayName: "Compiling \(inputs.count) files of texts of \(target.name)",
                executable: try context.tool(named: "compile-texts").url,
                arguments: ([output] + inputs).map(path),
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    private func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
