package import Foundation

/// Where the package and what it built are.
package enum PackageRoot {
  /// The folder of the manifest, found upwards from this file.
  package static let url: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    func holdsManifest(_ folder: URL) -> Bool {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    }
    while folder.path != "/", !holdsManifest(folder) { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The path of a program of this package, beside the running tests.
  package static func program(_ name: String) -> String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name).path
  }
}
