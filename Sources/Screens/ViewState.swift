package import CaseFlow

/// Where one operator stands on the board: a stack of views, and what they type.
///
/// It holds identities, so that it stays true while the center moves on below it.
package struct ViewState: Equatable, Sendable {
  /// The views from the outermost to the one shown; never empty.
  package private(set) var stack: [Pane]
  package var prompt: Prompt?
  /// What was said, the newest last.
  package private(set) var messages: [Message] = []
  /// Whether the newest message still stands on the message line.
  package var isMessageShown = false
  package var marks: Set<CaseID> = []
  /// What was last looked for; `n` goes on with it.
  package var find = ""
  /// The case that was opened last.
  package var lastCase: CaseID?
  /// The arrival line as far as it is typed.
  package var line = TypedText()
  /// The arrival line about which Enter asked whether so many people came.
  var askedCrowd: String?
  /// A command line that a board before was left with; the palette begins with it.
  package var keptCommand = ""
  /// Whether Enter is pressed or held down.
  package internal(set) var enter = HeldEnter()
  /// The forms being filled in; nil before the first.
  package var forms: FormDesk?
  /// The bus whose people are being entered, as chosen among the open ones; nil is the newest.
  package var bus: BusID?
  /// What has been rung for, and until when it is muted.
  package var bell = AlarmBell()
  /// What a team in a drill was told and has not read yet, and what it has read.
  package internal(set) var told: ToldNotice?
  var toldRead: Set<ToldItem> = []
  /// Whether the screen hangs on a wall: large figures, no names, no keys.
  package var isWall = false
  /// The size of the screen; paging and scrolling read it.
  package var size: Size

  /// A board that shows one view.
  package init(view: BoardView = .overview, size: Size = Size(width: 80, height: 24)) {
    stack = view == .overview ? [Pane(.overview)] : [Pane(.overview), Pane(view)]
    self.size = size
  }
}

/// One view with its selection, its scroll and the order it shows.
package struct Pane: Equatable, Sendable {
  package var view: BoardView
  package var selection: Item?
  /// The first row or line shown.
  package var scroll = 0
  package var sort = SortKey.order
  package var isInverse = false
  package var filter = ""
  /// The rows as they were last shown, from which a lost selection finds its neighbor.
  package var shown: [Item] = []
  /// What is unfolded in a list of alarms.
  package var unfolded: Set<AlarmFold> = []
  /// The rows that keep still, or nil while the view moves.
  package var frozen: [Item]?
  /// Whether what only those read who serve it was opened here; it closes with the view.
  package var isOpened = false

  /// A view freshly opened.
  package init(_ view: BoardView) { self.view = view }
}

/// What the operator is being asked.
package struct Prompt: Equatable, Sendable {
  /// What the text is for.
  package enum Kind: Hashable, Sendable {
    case find, filter, palette, goTo
    /// One key answers it.
    case choose(Question)
    /// A command word about a case.
    case act(CaseID)
    /// A command that is done only when its word is typed in full.
    case confirm(CommandID)
  }

  package var kind: Kind
  package var text = ""
  /// The line of the palette that the arrows chose; nil while only the text chooses.
  package var choice: Int?
  /// Whether the question has been on the screen: what was typed before never confirms it.
  package var wasDrawn = false
  /// A command line that is entered when the palette's own was.
  package var followedBy: String?

  /// An open question.
  package init(_ kind: Kind, text: String = "", followedBy: String? = nil) {
    self.kind = kind
    self.text = text
    self.followedBy = followedBy
  }

  /// The most characters a prompt holds.
  package static let longest = 120
}

/// A sentence said to the operator.
package struct Message: Equatable, Sendable {
  package var at: Instant
  package var text: String
  /// Whether it refuses something.
  package var isRefusal: Bool
}

extension ViewState {
  /// The view that is shown.
  package var pane: Pane {
    get { stack[stack.count - 1] }
    set { stack[stack.count - 1] = newValue }
  }

  package var view: BoardView { pane.view }

  /// The most views that stand on each other; opening one more lets the second go.
  static let deepest = 20
  /// The messages kept.
  static let messagesKept = 200

  /// Opens a view on top, unless it is the one shown.
  package mutating func open(_ view: BoardView) {
    guard view != self.view else { return }
    if stack.count >= Self.deepest { stack.remove(at: 1) }
    stack.append(Pane(view))
  }

  /// Goes straight to a view, one step above the board; the board keeps its place.
  package mutating func go(to view: BoardView) {
    guard view != self.view else { return }
    stack.removeLast(stack.count - 1)
    if view != .overview { stack.append(Pane(view)) }
  }

  /// Closes the view shown; false when it is the last.
  package mutating func close() -> Bool {
    guard stack.count > 1 else { return false }
    stack.removeLast()
    return true
  }

  /// Says something on the message line and keeps it.
  package mutating func say(_ text: String, at: Instant, isRefusal: Bool = false) {
    isMessageShown = true
    if let last = messages.last, last.text == text, last.isRefusal == isRefusal { return }
    messages.append(Message(at: at, text: text, isRefusal: isRefusal))
    if messages.count > Self.messagesKept { messages.removeFirst(messages.count - Self.messagesKept) }
  }

  /// Forgets what was said after an instant that somebody went back to.
  package mutating func forgetMessages(after instant: Instant) {
    guard messages.contains(where: { $0.at > instant }) else { return }
    messages.removeAll { $0.at > instant }
    isMessageShown = false
  }

  /// The message that stands on the message line.
  package var message: Message? { isMessageShown ? messages.last : nil }

  /// The screen has been drawn with the prompt on it: keys from here on were typed by someone who saw it.
  package mutating func wasDrawn() {
    prompt?.wasDrawn = true
    told?.wasDrawn = true
    if view == .form { forms?.wasDrawn() }
  }
}
