// What an opening state cannot tell of screening, places and referrals.

extension Person {
  /// Why the person cannot have been screened, treated and placed like this, or nil.
  func healthFault(in center: Center) -> Refusal? {
    func broken(_ what: String) -> Refusal { .brokenOpening("the \(what) of person \(id.label) cannot have been") }
    let times = checks.map(\.at) + fitness.map(\.at) + findings.map(\.at)
    guard Set(checks.map(\.check)).count == checks.count, Set(fitness.map(\.purpose)).count == fitness.count,
      Set(findings.map(\.finding)).count == findings.count, times.allSatisfy({ $0 >= arrivedAt }),
      findings.allSatisfy({ $0.at <= $0.treatedAt ?? $0.at })
    else { return broken("screening") }
    let now = stays.last.flatMap { $0.until == nil ? $0.area : nil }
    guard stays.allSatisfy({ $0.from <= $0.until ?? $0.from && center.area($0.area) != nil }),
      stays.dropLast().allSatisfy({ $0.until != nil }), stays.isEmpty || now == area
    else { return broken("places") }
    return nil
  }
}

extension Case {
  /// Why the case cannot have been referred like this, or nil.
  var referralFault: Refusal? {
    let open = referrals.filter { $0.closedAt == nil }
    let isOrdered = referrals.allSatisfy {
      $0.askedAt <= $0.seenAt ?? $0.askedAt && $0.seenAt ?? $0.askedAt <= $0.closedAt ?? $0.seenAt ?? $0.askedAt
        && ($0.closedAt == nil) == ($0.outcome == nil)
    }
    guard isOrdered, Set(open.map(\.to)).count == open.count else {
      return .brokenOpening("the referrals of case \(id.label) cannot have been")
    }
    return nil
  }
}
