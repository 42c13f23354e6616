import CaseFlow
import Screens
import TestSupport
import Testing

/// How the entry form looks at every size: `Fixtures/screens/form-*.txt`.
@Suite struct FormPictureTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (40, 10), (20, 5), (1, 1)]

  private func picture(_ typist: FormTypist, _ width: Int, _ height: Int, _ level: GlyphLevel = .unicode) -> String {
    var frame = Frame(width: width, height: height)
    typist.desk.draw(in: &frame, frame.rect, in: typist.context, typist.help, Glyphs(level))
    return frame.picture
  }

  private func expect(_ typist: FormTypist, _ name: String, _ sizes: [(Int, Int)] = FormPictureTests.sizes) {
    for (width, height) in sizes {
      expectPicture(picture(typist, width, height), named: "form-\(name)-\(width)x\(height)")
    }
  }

  @Test func aFamilyBeingTyped() {
    var typist = FormFamilyTests.withChild("3")
    typist.press(.control("N"))
    typist.type("Jos")
    expect(typist, "family")
  }

  @Test func aFreshForm() { expect(FormTypist(), "blank", [(80, 24), (40, 10)]) }

  @Test func anOpenList() {
    var typist = FormFieldTests.atLanguage()
    typist.press(.control("O"))
    typist.type("m")
    expect(typist, "list", [(80, 24), (40, 10)])
  }

  @Test func aSummaryWithFaults() {
    var typist = FormFamilyTests.withChild("30")
    typist.press(.control("N"))
    typist.press(.control("D"))
    typist.press(.control("D"))
    expect(typist, "faults", [(80, 24), (40, 10)])
  }

  @Test func aSummaryOfAChildAlone() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Pop")
    typist.enter()
    typist.name("Mateo")
    typist.enter()
    typist.type("m16")
    typist.enter(4)
    expect(typist, "alone", [(80, 24), (40, 10)])
  }

  @Test func aQuestionedValueAndPossibleDuplicates() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.help.duplicates = { _ in [FormDuplicate(member: 0, person: PersonID(number: 12), because: .document)] }
    typist.name("Flores")
    typist.enter(2)
    typist.type("f104")
    typist.press(.control("F"))
    typist.enter()
    expect(typist, "questioned", [(80, 24), (40, 10)])
  }

  @Test func notEnteredEnteredCarriedAndPassedOverDifferWithoutColors() {
    var frame = Frame(width: 80, height: 24)
    let typist = FormFamilyTests.withMother()
    typist.desk.draw(in: &frame, frame.rect, in: typist.context, typist.help, Glyphs(.ascii))
    #expect(frame.text.unicodeScalars.allSatisfy { $0.isASCII })
    func style(_ label: String) -> Style? {
      frame.lines.firstIndex { $0.dropFirst().hasPrefix(label) }.map { frame[$0, 15].style }
    }
    #expect(style("Language") == .carried)
    #expect(style("Family name") == .plain)
    #expect(style("Note") == .field)
    #expect(frame.lines.contains { $0.hasPrefix(" Tie") && $0.contains("[h] the first is the head") })
  }

  @Test func theCursorStandsWhereTheNextLetterGoes() {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.type("Çelik李")
    var frame = Frame(width: 80, height: 24)
    typist.desk.draw(in: &frame, frame.rect, in: typist.context, typist.help, Glyphs(.unicode))
    #expect(frame.cursor?.column == 15 + 7)
    typist.type(String(repeating: "m", count: 150))
    typist.desk.draw(in: &frame, frame.rect, in: typist.context, typist.help, Glyphs(.unicode))
    #expect((frame.cursor?.column ?? 99) < 53)
  }
}
