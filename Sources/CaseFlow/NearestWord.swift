/// The known word that a mistyped one most likely meant, or nil when none is near.
///
///     nearestWord(to: "physcal", among: ["physical", "staffed"])  // "physical"
///
/// Near is at most one edit per three characters and at most three (optimal string alignment: insert, delete,
/// replace, swap neighbors), letter case aside. Ties go to the word named first. O(words × length), bounded by
/// `lengthMax`: a word whose length alone makes it far is not read, and rows are given up once they are far.
package func nearestWord(to word: String, among known: [String]) -> String? {
  let lengthMax = 64
  let typed = Array(word.prefix(lengthMax).lowercased().unicodeScalars.prefix(lengthMax))
  let allowed = min(3, max(1, typed.count / 3))
  var edits = EditDistance()
  var scalars: [Unicode.Scalar] = []
  var best: (distance: Int, word: String)?
  for candidate in known {
    let length = min(candidate.unicodeScalars.count, lengthMax)
    guard abs(length - typed.count) <= allowed else { continue }
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: candidate.lowercased().unicodeScalars.prefix(lengthMax))
    let distance = edits.between(typed, scalars, most: allowed)
    guard distance <= allowed, distance < best?.distance ?? .max, distance < typed.count else { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// Edits between two words, a swap of neighbors counting as one.
package func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  var edits = EditDistance()
  return edits.between(left, right, most: .max)
}

/// Counts edits between words; its rows are made once for all of them, for a word may be compared with hundreds.
private struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The edits between two words, or something above `most` where there are more.
  mutating func between<Element: Equatable>(_ left: [Element], _ right: [Element], most: Int) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: 0...right.count)
    while current.count <= right.count { current.append(0) }
    while beforeLast.count <= right.count { beforeLast.append(0) }
    for row in 1...left.count {
      current[0] = row
      var least = row
      for column in 1...right.count {
        let replace = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var edits = min(replace, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          edits = min(edits, beforeLast[column - 2] + 1)
        }
        current[column] = edits
        least = min(least, edits)
      }
      // A row is never less than the one before: a swap reaches back over it, but costs no less than replacing there.
      if least > most { return least }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}
