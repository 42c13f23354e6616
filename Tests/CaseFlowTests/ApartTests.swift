import CaseFlow
import Testing

/// A million records make two hundred thousand cases: what most of them do not have takes no room in them.
@Suite("Parts of a case that are kept apart") struct ApartTests {
  private struct Holder {
    @Apart var child = ChildPath()
    @Apart var booking: Booking?
  }

  @Test("a blank one takes a pointer, and what is told is read back") func room() {
    #expect(MemoryLayout<Holder>.size == 2 * MemoryLayout<Int>.size)
    #expect(MemoryLayout<Case>.size < 900)
    var holder = Holder()
    #expect(holder.child == ChildPath() && holder.booking == nil)
    holder.child.claimedAt = SmallCenter.noon
    holder.booking = Booking()
    #expect(holder.child.claimedAt == SmallCenter.noon && holder.booking == Booking())
    holder.booking = nil
    holder.child.claimedAt = nil
    #expect(holder.child == ChildPath() && holder.booking == nil)
  }

  @Test("a copy that is changed leaves the first as it was") func copies() {
    var first = Case()
    first.child.claimedAt = SmallCenter.noon
    var second = first
    second.child.determinedAt = SmallCenter.noon
    second.release.receiver = Code("shelter")
    #expect(first.child.determinedAt == nil && first.release == ReleasePath())
    #expect(second.child.claimedAt == SmallCenter.noon && second.release.receiver == Code("shelter"))
  }
}
