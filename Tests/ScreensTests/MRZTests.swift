import CaseFlow
import Screens
import Testing

/// Machine-readable zones: the specimens of ICAO 9303, and what a scanner can do to them.
@Suite struct MRZTests {
  static let passport = """
    P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
    L898902C36UTO7408122F1204159ZE184226B<<<<<10
    """
  static let card = """
    I<UTOD231458907<<<<<<<<<<<<<<<
    7408122F1204159UTO<<<<<<<<<<<6
    ERIKSSON<<ANNA<MARIA<<<<<<<<<<
    """
  static let tall = """
    I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
    D231458907UTO7408122F1204159<<<<<<<6
    """

  @Test(arguments: [(passport, "L898902C3", "P"), (card, "D23145890", "I"), (tall, "D23145890", "I")])
  func theThreeSizes(_ text: String, _ number: String, _ kind: String) throws {
    let document = try #require(MRZ(text))
    #expect(document.familyName == "ERIKSSON" && document.givenNames == "ANNA MARIA")
    #expect(document.number == number && document.documentKind == kind)
    #expect(document.issuer == "UTO" && document.nationality == "UTO")
    #expect(document.sex == .female)
    #expect(document.birthDate(today: TypedDateTests.today)?.text == "1974-08-12")
    #expect(document.doubtful.isEmpty)
  }

  @Test func eachFieldIsJudgedByItsOwnDigit() throws {
    let wrongBirth = try #require(MRZ(Self.passport.replacing("7408122", with: "7408132")))
    #expect(wrongBirth.doubtful == [.birth, .all])
    let wrongNumber = try #require(MRZ(Self.passport.replacing("L898902C3", with: "L898902C4")))
    #expect(wrongNumber.doubtful == [.number, .all])
    #expect(wrongNumber.familyName == "ERIKSSON")
    let wrongExpiry = try #require(MRZ(Self.card.replacing("1204159", with: "1204169")))
    #expect(wrongExpiry.doubtful == [.expiry, .all])
  }

  @Test func aLongNumberGoesOnInTheOptionalData() throws {
    // ICAO 9303 part 5: the tenth digit and its check stand where the optional data would.
    let document = try #require(
      MRZ(Self.card.replacing("D231458907<<<<<<<<<<<<<<<", with: "D23145890<7349<<<<<<<<<<<")))
    #expect(document.number == "D23145890734")
  }

  @Test func whatIsNotKnownOfABirthDate() throws {
    let document = try #require(MRZ(Self.passport.replacing("740812", with: "74<<<<")))
    #expect(document.birthDate(today: TypedDateTests.today)?.text == "1974")
    let young = try #require(MRZ(Self.passport.replacing("740812", with: "250102")))
    #expect(young.birthDate(today: TypedDateTests.today)?.text == "2025-01-02")
  }

  @Test(arguments: [
    "", "P<UTO", "hello", passport + "\n" + passport, String(repeating: "<", count: 44),
    String(repeating: "A", count: 44) + "\n" + String(repeating: "B", count: 44),
    String(repeating: "é", count: 22) + "\n" + String(repeating: "é", count: 22),
  ])
  func whatIsNoZoneIsNone(_ text: String) { #expect(MRZ(text) == nil) }

  @Test func aLineIsNeverAName() {
    #expect(MRZ.isLine("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"))
    #expect(!MRZ.isLine("MARIA DE LOS ANGELES GUADALUPE PEREZ"))
    #expect(!MRZ.isLine("P<UTO"))
  }

  @Test func anyLinesOfTheRightSizeAreRead() {
    var random = SystemRandomNumberGenerator()
    let characters = Array("0123456789ABCXYZ<<<<")
    for (width, count) in MRZ.lineCounts {
      for _ in 0..<300 {
        let lines = (0..<count).map { _ in
          String((0..<width).map { _ in characters[Int.random(in: 0..<characters.count, using: &random)] })
        }
        let document = MRZ("<" + lines.joined(separator: "\n").dropFirst())
        #expect(document != nil)
        _ = document?.birthDate(today: TypedDateTests.today)
      }
    }
  }
}
