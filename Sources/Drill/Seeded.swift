package import CaseFlow
internal import Glibc

/// A stream of random numbers that a seed fixes: the same seed gives the same day, byte for byte, on one platform.
///
/// xoshiro256** 1.0 by D. Blackman and S. Vigna (2018, public domain), its state filled by SplitMix64 of the same
/// authors as they advise. The draws below are spelled out here, because the standard library may change its own.
package struct Seeded: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A stream of its own for every `seed`, and within a seed for every `stream`.
  package init(_ seed: UInt64, stream: UInt64 = 0) {
    var mixed = seed &+ stream &* 0xD1B5_4A32_D192_ED03
    func split() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var z = mixed
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (split(), split(), split(), split())
  }

  package mutating func next() -> UInt64 {
    func rotated(_ x: UInt64, _ k: UInt64) -> UInt64 { x << k | x >> (64 - k) }
    let result = rotated(state.1 &* 5, 7) &* 9
    let t = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= t
    state.3 = rotated(state.3, 45)
    return result
  }
}

extension Seeded {
  /// A number in 0..<1 with 53 random bits.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in 0..<`count`, without bias (D. Lemire, 2019); 0 when there is nothing to choose.
  package mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A whole number in `range`.
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Whether something of this probability happens.
  package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// One of the items, or nil of none.
  package mutating func pick<Item>(_ items: [Item]) -> Item? { items.isEmpty ? nil : items[below(items.count)] }

  /// The index of a weight, drawn by weight; nil when all are zero.
  package mutating func weighted(_ weights: [Double]) -> Int? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var left = unit() * total
    for (index, weight) in weights.enumerated() where weight > 0 {
      if left < weight { return index }
      left -= weight
    }
    return weights.lastIndex { $0 > 0 }
  }

  /// Puts the items into a random order (Fisher and Yates).
  package mutating func shuffle<Item>(_ items: inout [Item]) {
    for index in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(index, below(index + 1)) }
  }

  /// A length of time in whole seconds, evenly from a range of minutes.
  package mutating func minutes(_ range: ClosedRange<Double>) -> Span {
    .seconds(Int((range.lowerBound + unit() * (range.upperBound - range.lowerBound)) * 60))
  }

  /// A length of time in whole seconds, evenly from a range of hours.
  package mutating func hours(_ range: ClosedRange<Double>) -> Span {
    minutes(range.lowerBound * 60...range.upperBound * 60)
  }

  /// A standard normal number (G. Box and M. Muller, 1958), one draw of each pair.
  package mutating func normal() -> Double {
    let radius = sqrt(-2 * log(1 - unit()))
    return radius * cos(2 * Double.pi * unit())
  }

  /// A lognormal number of this mean and standard deviation over mean.
  package mutating func lognormal(mean: Double, variation: Double) -> Double {
    let variance = log(1 + variation * variation)
    return exp(log(mean) - variance / 2 + sqrt(variance) * normal())
  }

  /// An exponential number of this mean.
  package mutating func exponential(mean: Double) -> Double { -mean * log(1 - unit()) }

  /// The length of one service in whole seconds, at least 30.
  package mutating func service(_ time: ServiceTime) -> Span {
    guard time.meanMinutes > 0 else { return .seconds(30) }
    let minutes =
      switch time.shape {
      case .exponential: exponential(mean: time.meanMinutes)
      case .lognormal: lognormal(mean: time.meanMinutes, variation: time.variation)
      }
    return .seconds(max(30, Int(min(minutes, 1_440) * 60)))
  }
}
