import CaseFlow

/// A bag of instants in order. Adding and removing cost a search and a move of what lies behind.
struct SortedTimes: Sendable {
  private var times: [Int64] = []
  /// Grows with every change: who has seen this version has seen these times.
  private(set) var version = 0

  var count: Int { times.count }

  /// The instant at a position in order.
  subscript(index: Int) -> Instant { Instant(milliseconds: times[index]) }

  var first: Instant? { times.first.map(Instant.init(milliseconds:)) }

  mutating func insert(_ time: Instant) {
    version += 1
    if let last = times.last, last > time.milliseconds {
      times.insert(time.milliseconds, at: countAtMost(time))
    } else {
      times.append(time.milliseconds)
    }
  }

  /// Removes one of the instants equal to `time`; without any, nothing happens.
  mutating func remove(_ time: Instant) {
    let after = countAtMost(time)
    guard after > 0, times[after - 1] == time.milliseconds else { return }
    times.remove(at: after - 1)
    version += 1
  }

  /// How many lie at `time` or before.
  func countAtMost(_ time: Instant) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time.milliseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first instant after `time`.
  func first(after time: Instant) -> Instant? {
    let index = countAtMost(time)
    return index < times.count ? Instant(milliseconds: times[index]) : nil
  }

  /// Takes many at once; what was there is forgotten.
  mutating func load(_ many: [Int64]) {
    times = many.sorted()
    version += 1
  }
}

/// People who arrived, people processed and cases that left within the last so many minutes: an entry made at 10:00 counts
/// in a window of 60 minutes until 10:59:59.999, and no longer at 11:00.
struct FlowWindow: Sendable {
  let length: Span
  private var entries: [FlowEntry] = []
  private var head = 0
  private(set) var arrived = 0
  private(set) var processed = 0
  private(set) var casesLeft = 0

  /// Expired entries kept before the list is cut.
  private static let slack = 256

  init(length: Span) { self.length = length }

  mutating func add(_ entry: FlowEntry) {
    // A threshold out of service is looked at no more: its window must not grow for that.
    expire(at: entry.at)
    entries.append(entry)
    arrived += entry.arrived
    processed += entry.processed
    casesLeft += entry.casesLeft
  }

  /// Drops what is out of the window at `time`.
  mutating func expire(at time: Instant) {
    while head < entries.count, entries[head].at + length <= time {
      arrived -= entries[head].arrived
      processed -= entries[head].processed
      casesLeft -= entries[head].casesLeft
      head += 1
    }
    if head > FlowWindow.slack, head * 2 > entries.count {
      entries.removeFirst(head)
      head = 0
    }
  }

  /// Visits the entries within the window; the sums follow from them.
  mutating func describeState(_ f: inout some FieldVisitor) {
    var kept = Array(entries[head...])
    f.field("entries", &kept, most: Int(Limit.numberSpan))
    self = FlowWindow(length: length)
    for entry in kept { add(entry) }
  }

  /// The entries within the window by which people came.
  var arrivals: [FlowEntry] { entries[head...].filter { $0.arrived > 0 } }

  /// When the oldest entry leaves the window.
  var nextExpiry: Instant? { head < entries.count ? entries[head].at + length : nil }
}

/// People who arrived, and people and cases who left the roll, at one instant.
struct FlowEntry: Described {
  var at = Instant()
  var arrived = 0
  var processed = 0
  var casesLeft = 0
}

extension FlowEntry {
  mutating func describe(_ f: inout some FieldVisitor) {
    f.field("at", &at)
    f.field("arrived", &arrived)
    f.field("processed", &processed)
    f.field("casesLeft", &casesLeft)
  }
}
