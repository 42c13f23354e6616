import Alarms
import CaseFlow
import Journal
import Screens

/// A center's data folder, opened for work, and the center as its journal has it now.
struct WorkingCenter {
  let site: Site
  var live: LiveCenter
  let clock: () -> Instant

  init(_ folder: String, clock: @escaping () -> Instant) throws(Failure) {
    let site = try storing { () throws(StoreError) in try Site.open(folder) }
    self.site = site
    self.clock = clock
    live = try storing { () throws(StoreError) in try site.live(clock: clock) }
    live.advance()
  }

  var plan: CenterPlan { live.center.plan }

  /// What the screens show of the center now.
  var model: BoardModel {
    var model = BoardModel(center: live.center, now: live.now)
    model.mode = .live
    model.zone = live.zone
    model.glyphs = Glyphs(.ascii)
    model.take(live.alarms)
    return model
  }
}
