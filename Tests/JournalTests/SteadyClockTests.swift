import CaseFlow
import Journal
import Testing

@Suite("A board's clock that leaps")
struct SteadyClockTests {
  /// A machine whose clock can be put.
  private final class Machine {
    var time = Instant(milliseconds: 1_773_000_000_000)
    var passed = Span.hours(5)
    func pass(_ span: Span) {
      time = time + span
      passed = passed + span
    }
    func clock() -> SteadyClock { SteadyClock(machine: { self.time }, passed: { self.passed }) }
  }

  @Test("goes with the machine, over a night's sleep and small corrections")
  func goesAlong() {
    let machine = Machine()
    let clock = machine.clock()
    machine.pass(.hours(9))
    #expect(clock.now() == machine.time && clock.leap == nil)
    // A time server that puts it right a minute at a time is followed, however far.
    for _ in 0..<10 {
      machine.pass(.seconds(3))
      machine.time = machine.time + .minutes(1)
      #expect(clock.now() == machine.time && clock.leap == nil)
    }
  }

  @Test("goes on as time passes, forward and back, until the machine's clock fits again", arguments: [120, -120])
  func leaps(_ minutes: Int) {
    let machine = Machine()
    let clock = machine.clock()
    let right = clock.now()
    machine.time = machine.time + .minutes(minutes)
    machine.pass(.minutes(10))
    #expect(clock.now() == right + .minutes(10) && clock.leap == .minutes(minutes))
    machine.pass(.hours(3))
    #expect(clock.now() == right + .minutes(190) && clock.leap == .minutes(minutes))
    machine.time = machine.time - .minutes(minutes)
    machine.pass(.seconds(1))
    #expect(clock.now() == machine.time && clock.leap == nil)
  }

  @Test("takes the machine's clock once it is confirmed, and can go back where that was refused")
  func confirmed() {
    let machine = Machine()
    let clock = machine.clock()
    machine.time = machine.time + .hours(1)
    let right = clock.now()
    let before = clock.anchor
    clock.trust()
    #expect(clock.now() == machine.time && clock.leap == nil)
    clock.anchor = before
    #expect(clock.now() == right && clock.leap == .hours(1))
  }
}
