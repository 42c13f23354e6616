import Glibc
import Testing

@testable import Journal

/// Reading ahead must not outrun a fault.
@Suite struct AssemblyLineTests {
  @Test("what is put away comes in order, and nothing follows a stop", arguments: [0, 1, 7, 60])
  func stopping(_ last: Int) {
    for _ in 0..<20 {
      var next = 0
      var put: [Int] = []
      AssemblyLine<Int, Int>.run(
        take: {
          // Slow enough that the next piece is under way when the stop comes.
          defer { next += 1 }
          usleep(100)
          return next < 40 ? next : nil
        },
        prepare: { $0 * 2 },
        put: {
          usleep(350)
          put.append($0 / 2)
          return $0 / 2 < last
        })
      #expect(put == Array(0...min(last, 39)))
    }
  }
}
