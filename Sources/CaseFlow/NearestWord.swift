/// The known word that a mistyped one most likely meant, or nil when none is near.
///
///     nearestWord(to: "physcal", among: ["physical", "staffed"])  // "physical"
///
/// Near is at most one edit per three characters and at most three (optimal string alignment: insert, delete,
/// replace, swap neighbors), letter case aside. Ties go to the word named first. O(words × length²), bounded by `lengthMax`.
package func nearestWord(to word: String, among known: [String]) -> String? {
  let lengthMax = 64
  let typed = Array(word.lowercased().unicodeScalars.prefix(lengthMax))
  let allowed = min(3, max(1, typed.count / 3))
  var best: (distance: Int, word: String)?
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(lengthMax))
    guard abs(scalars.count - typed.count) <= allowed else { continue }
    let distance = editDistance(typed, scalars)
    guard distance <= allowed, distance < best?.distance ?? .max, distance < typed.count else { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// Edits between two words, a swap of neighbors counting as one.
package func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let replace = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var least = min(replace, last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        least = min(least, beforeLast[column - 2] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
