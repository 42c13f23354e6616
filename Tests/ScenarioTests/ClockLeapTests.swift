import Foundation
import TestSupport
import Testing

/// A machine whose clock is put by hours while people work at it.
@Suite("A board on a machine whose clock leaps", .serialized)
struct ClockLeapTests {
  /// The machine's clock as a library has it that stands before the C library's: as many seconds off as a file says.
  private static let leapingClock = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <time.h>
    int clock_gettime(clockid_t id, struct timespec *time) {
      int (*real)(clockid_t, struct timespec *) = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
      int answer = real(id, time);
      FILE *file = id == CLOCK_REALTIME ? fopen(getenv("CLOCK_LEAP"), "r") : NULL;
      long seconds = 0;
      if (file && fscanf(file, "%ld", &seconds) == 1) time->tv_sec += seconds;
      if (file) fclose(file);
      return answer;
    }
    """

  /// Builds it with the compiler that built the package's own C.
  private static func library(in work: WorkFolder) throws -> String {
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let library = work.path("leap.so")
    compiler.arguments = [
      "clang", "-shared", "-fPIC", "-o", library, try work.file("leap.c", leapingClock), "-ldl",
    ]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    return library
  }

  @Test(
    "is told so and goes on as time passes; no entry gets a time that never was",
    arguments: [(2, "forward"), (-2, "back")])
  func leap(_ hours: Int, _ way: String) throws {
    let work = try WorkFolder(center: false)
    let center = LiveCenterFolder()
    let offset = try work.file("offset", "0")
    let environment = ["LD_PRELOAD": try Self.library(in: work), "CLOCK_LEAP": offset]
    let board = try center.board(as: "ana", ["--view", "arrive"], environment: environment)
    let began = Date()
    board.send("m30 spa\r")
    try board.waitFor("0001-R Men A")
    try "\(hours * 3_600)".write(toFile: offset, atomically: true, encoding: .utf8)
    // Nobody touches the board: it finds out by itself.
    try board.waitFor("THIS MACHINE'S CLOCK was put 2h00 \(way)")
    board.send("f30 spa\r")
    try board.waitFor("0002-W Women A")
    try "0".write(toFile: offset, atomically: true, encoding: .utf8)
    try board.wait("a clock that fits again") { !$0.screen.text.contains("THIS MACHINE'S CLOCK") }
    board.send("m31 spa\r")
    try board.waitFor("0003-A Men A")
    board.send("\u{1B}")
    try board.waitFor("ON ROLL 3")
    board.send("Q")
    #expect(try board.waitForEnd() == .exit(0))

    let recorded = try Self.arrivals(center.path)
    #expect(recorded.count == 3 && recorded == recorded.sorted())
    #expect(recorded.allSatisfy { began.addingTimeInterval(-5) < $0 && $0 < Date().addingTimeInterval(5) })
  }

  /// When the arrivals of a journal happened, in its order.
  private static func arrivals(_ folder: String) throws -> [Date] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["export", "recording", "--data", folder]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let reader = ISO8601DateFormatter()
    reader.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return try data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let record = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      guard record?["type"] as? String == "partyArrived", let at = record?["at"] as? String else { return nil }
      return reader.date(from: at)
    }
  }
}
