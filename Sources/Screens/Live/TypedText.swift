/// A line being typed, with a cursor in it; it holds one line of text whatever is typed or pasted.
package struct TypedText: Hashable, Sendable {
  private var characters: [Character] = []
  /// Before which character the next one goes, counted from 0.
  package private(set) var cursor = 0
  /// Characters before the cursor that were proposed: what is typed or pasted next takes their place.
  private var proposed = 0
  /// What goes behind a proposal instead.
  private var answers = ""

  /// The most characters a line holds.
  package static let longest = 240

  /// A line with the cursor at its end.
  package init(_ text: String = "") { type(text) }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Takes a key that edits the line; false when the key means nothing to it.
  package mutating func press(_ key: Key) -> Bool {
    let proposed = proposed
    self.proposed = 0
    switch key {
    case .character(let scalar):
      if !answers.contains(Character(scalar)) { erase(proposed) }
      type(String(Character(scalar)))
    case .paste(let text):
      if let first = text.first, !answers.contains(first) { erase(proposed) }
      type(text)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("A"): cursor = 0
    case .end, .control("E"): cursor = characters.count
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .delete where cursor < characters.count: characters.remove(at: cursor)
    case .control("U"): self = TypedText()
    case .control("W"): eraseWord()
    default: return false
    }
    return true
  }

  /// Puts text at the cursor. A line feed in it becomes a blank: whatever was pasted submits nothing.
  package mutating func type(_ text: String) {
    for scalar in text.unicodeScalars.prefix(Self.longest) {
      switch TextWidth.kind(of: scalar) {
      case .combining where cursor > 0: characters[cursor - 1].unicodeScalars.append(scalar)
      case .narrow, .wide, .combining: insert(Character(scalar))
      case .blank: insert(" ")
      case .forbidden, .invisible: continue
      }
    }
  }

  /// Puts a word at the cursor that gives way to what is typed instead: `3?`, of three people expected, to `fm+7` and to
  /// `2?`. A character of `answers` goes behind it, as `3?0` answers what it asks.
  package mutating func propose(_ word: String, answers: String) {
    let start = cursor
    type(word)
    proposed = cursor - start
    self.answers = answers
  }

  /// What was proposed stands as if it had been typed.
  package mutating func settle() { proposed = 0 }

  private mutating func erase(_ count: Int) {
    characters.removeSubrange(cursor - count..<cursor)
    cursor -= count
  }

  /// Replaces some of the characters, as a completion does; the cursor goes behind what was put.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    cursor = range.lowerBound
    type(text)
  }

  private mutating func insert(_ character: Character) {
    guard characters.count < Self.longest else { return }
    characters.insert(character, at: cursor)
    cursor += 1
  }

  private mutating func eraseWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}

extension Key {
  /// Whether it stands for a character: where text is typed it is text, whatever it means elsewhere.
  var isText: Bool { if case .character = self { true } else { false } }
}

extension ViewState {
  /// Whether characters go into a text here, and none is a command: in the form, and on a line that is begun.
  var takesText: Bool { view == .form || view == .arrive && !line.isEmpty }
}

extension Character {
  /// The scalars of a character, to add a mark to it.
  fileprivate var unicodeScalars: String.UnicodeScalarView {
    get { String(self).unicodeScalars }
    set { self = String(newValue).first ?? self }
  }
}
