import CaseFlow
import Screens
import Testing

/// The entry form by its keys, as an operator uses it with the eyes on the paper.
@Suite struct FormTests {
  @Test func aPartyOfThreeWithNamesTakesFewKeys() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Quispe Mamani")
    typist.enter()
    typist.name("Rosa")
    typist.enter()
    typist.type("f14051990")
    typist.press(.control("N"))
    typist.name("Abel")
    typist.enter()
    typist.type("m03021988p")
    typist.press(.control("N"))
    typist.name("Luz")
    typist.enter()
    typist.type("f25122015c")
    typist.press(.control("D"))
    #expect(typist.filed.count == 1)
    #expect(typist.presses <= 45)
    #expect(typist.presses == 36)
    let act = try typist.filed[0].act(in: typist.context)
    guard case .arrive(let arrival)? = act.command else { throw LineFault(0..<0, "no arrival") }
    #expect(arrival.members.map(\.tie) == [.head, .partner, .ownChild])
    #expect(arrival.members.map { $0.age?.count } == [31, 33, 5])
    #expect(arrival.language == Code("spa") && arrival.nationality == Code("VEN"))
    #expect(arrival.transport == .bus && arrival.bus == BusID(number: 1))
    #expect(arrival.bookIn == SmallCenter.now - .hours(11))
    #expect(act.details[.member(1)]?.familyName == "Quispe Mamani")
    #expect(act.details[.member(2)]?.givenNames == "Luz")
    #expect(act.details[.member(0)]?.birthDate == "1990-05-14")
    #expect(act.confirmed.isEmpty)
  }

  @Test func agesTakeFewerKeysAndAreMarkedAsEstimated() throws {
    var typist = FormTypist(FormTypist.context(bus: true))
    typist.name("Flores")
    typist.enter()
    typist.name("Ana")
    typist.enter()
    typist.type("f34")
    typist.press(.control("D"))
    #expect(typist.presses == 6)
    let details = try typist.filed[0].act(in: typist.context).details[.member(0)]
    #expect(details?.birthDate == "1987" && details?.isBirthDateEstimated == true)
  }
}
