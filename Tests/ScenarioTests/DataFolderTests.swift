import Foundation
import TestSupport
import Testing

/// Where a center's data are, and who may read them.
@Suite("The data folder")
struct DataFolderTests {
  private static func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("is made for its owner alone, with everything in it") func modes() throws {
    let work = try WorkFolder()
    #expect(try Self.mode(work.data) == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: work.data)
    #expect(files.contains("journal.db") && files.contains("keys.db"))
    for file in files { #expect(try Self.mode(work.data + "/" + file) & 0o077 == 0, "\(file)") }
  }

  @Test("a journal that is there stays as it is") func exists() throws {
    let work = try WorkFolder()
    _ = try work.answers(["arrive m"])
    let before = try Data(contentsOf: URL(fileURLWithPath: work.data + "/journal.db"))
    let again = try work.run(["init", "--center", WorkFolder.training])
    #expect(again.status == 73 && again.errorLines.count == 1, "\(again.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: work.data + "/journal.db")) == before)
  }

  @Test("is named by option before environment, and by the XDG folder before home") func names() throws {
    let work = try WorkFolder(center: false)
    let other = work.path("other")
    #expect(try work.run(["init", "--center", WorkFolder.training, "--data", other]).status == 0)
    #expect(FileManager.default.fileExists(atPath: other + "/journal.db"))
    #expect(!FileManager.default.fileExists(atPath: work.data))
    let (status, _) = try Program.run(
      ["status"], environment: ["JPC_DATA": "", "XDG_DATA_HOME": work.root.path, "HOME": "/nowhere"])
    #expect(status.status == 66 && status.errors.contains(work.root.path + "/jpc"), "\(status.errors)")
    let (home, _) = try Program.run(
      ["status"], environment: ["JPC_DATA": "", "XDG_DATA_HOME": "", "HOME": work.root.path])
    #expect(home.status == 66 && home.errors.contains(work.root.path + "/.local/share/jpc"), "\(home.errors)")
  }

  @Test(
    "what others could read is refused before it is opened", arguments: ["data", "data/journal.db", "data/keys.db"])
  func readable(_ name: String) throws {
    let work = try WorkFolder()
    #expect(chmod(work.path(name), name == "data" ? 0o750 : 0o640) == 0)
    let result = try work.run(["status"])
    #expect(result.status == 77 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains(work.path(name)), "\(result.errors)")
  }

  @Test("a link in place of the folder or of the journal is refused") func links() throws {
    let work = try WorkFolder()
    try FileManager.default.createSymbolicLink(atPath: work.path("link"), withDestinationPath: work.data)
    #expect(try work.run(["status", "--data", work.path("link")]).status == 77)
    let journal = work.data + "/journal.db"
    try FileManager.default.moveItem(atPath: journal, toPath: work.path("moved.db"))
    try FileManager.default.createSymbolicLink(atPath: journal, withDestinationPath: work.path("moved.db"))
    #expect(try work.run(["status"]).status == 77)
  }

  @Test("no center file, no folder") func badCenter() throws {
    let work = try WorkFolder(center: false)
    let result = try work.run(["init", "--center", try work.file("bad.yaml", "name: x\n")])
    #expect(result.status == 65 && result.errorLines.count == 1, "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: work.data))
  }

  @Test("status says the same as JSON and as text, and counts what was entered") func status() throws {
    let work = try WorkFolder()
    _ = try work.answers(["arrive fm+7.4 spa ven", "bus 58 spa ven", "expect 30 at=11:00"])
    let status = try work.status()
    #expect(status["schema"] as? String == "jpc.status/1")
    #expect((status["at"] as? String)?.hasPrefix("2026-03-16T09:00:00") == true)
    #expect((status["counts"] as? [String: Int])?["onRoll"] == 4)
    #expect((status["buses"] as? [[String: Any]])?.first?["announced"] as? Int == 58)
    let text = try work.run(["status", "--now", WorkFolder.morning]).text
    #expect(text.contains(try #require(status["digest"] as? String)))
  }
}
