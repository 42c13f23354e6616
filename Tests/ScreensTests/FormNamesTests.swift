import CaseFlow
import Foundation
import Screens
import TestSupport
import Testing

/// Names that break other systems, typed into the form and given to the command `name`.
@Suite struct FormNamesTests {
  struct Name: Decodable, CustomTestStringConvertible {
    var id: String
    var verdict: String
    var name: String
    var stored: String?
    var testDescription: String { "\(id) \(verdict)" }
  }

  static let all: [Name] = {
    let file = PackageRoot.url.appendingPathComponent("Fixtures/hostile/names.ndjson")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(Name.self, from: Data($0.utf8)) }
  }()

  /// What the form seals of a name typed key by key, or pasted; nil when it refuses it. `asks` counts how often Enter
  /// had to be pressed again.
  private func typed(_ name: String, pasted: Bool) throws -> (kept: String?, asks: Int) {
    var typist = FormTypist(FormTypist.context(bus: true))
    if pasted { typist.press(.paste(name)) } else { typist.type(name) }
    var asks = 0
    typist.enter()
    while typist.field == .familyName, typist.form.message?.severity == .unlikely, asks < 3 {
      asks += 1
      typist.enter()
    }
    guard typist.field == .givenNames else { return (nil, asks) }
    typist.enter()
    typist.type("f34")
    typist.press(.control("D"))
    let act = try #require(typist.filed.first).act(in: typist.context)
    let kept = act.details[.member(0)]?.familyName
    return (kept?.isEmpty == true ? nil : kept, asks)
  }

  @Test("the sample is whole") func sample() { #expect(Self.all.count == 53) }

  @Test("through the form", arguments: all) func form(_ name: Name) throws {
    for pasted in [false, true] {
      let (kept, asks) = try typed(name.name, pasted: pasted)
      let expected = name.stored ?? name.name
      switch name.verdict {
      case "KEEP", "CLEAN", "INERT": #expect(kept.map { Array($0.utf8) } == Array(expected.utf8) && asks == 0)
      case "FLAG": #expect(kept.map { Array($0.utf8) } == Array(expected.utf8) && asks == 1)
      // The keyboard may take the sting away: a control character goes into no field.
      default: #expect(kept.map { if case .rejected = PersonalName.judge($0) { false } else { true } } ?? true)
      }
    }
  }

  @Test("through the command", arguments: all) func command(_ name: Name) throws {
    let (center, id, _) = try FormKeyAgainTests.family()
    let context = EntryContext(center: center, zone: SmallCenter.zone, now: SmallCenter.now, by: Code("op2"))
    let person = try #require(center.cases[id]?.members.first)
    let line = "name \(person.label) family=\"\(name.name.replacingOccurrences(of: "\"", with: "\"\""))\""
    func kept(_ line: String) -> String? { (try? commandLine(line, in: context))?.details[.person(person)]?.familyName }
    let expected = Array((name.stored ?? name.name).utf8)
    switch name.verdict {
    case "KEEP", "CLEAN", "INERT": #expect(kept(line).map { Array($0.utf8) } == expected)
    case "FLAG":
      #expect(kept(line) == nil)
      #expect(kept(line + " !").map { Array($0.utf8) } == expected)
    default: #expect(kept(line) == nil && kept(line + " !") == nil)
    }
  }
}
