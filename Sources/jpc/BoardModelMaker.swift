import Alarms
import CaseFlow
import Drill
import Screens

/// Makes what the screens show of a playback at its instant.
struct BoardModelMaker {
  let day: RecordedDay
  let index: DayIndex
  let glyphs: Glyphs
  var speed = PlaybackClock.usual
  var isPaused = false

  init(day: RecordedDay, index: DayIndex, glyphs: Glyphs) {
    self.day = day
    self.index = index
    self.glyphs = glyphs
  }

  func model(of playback: Playback) -> BoardModel {
    var model = BoardModel(center: playback.center, now: playback.now)
    model.mode = day.drill == nil ? .replay : .drill
    model.zone = day.zone
    model.glyphs = glyphs
    model.trends = index.trends(at: playback.now)
    model.take(playback.alarms)
    model.replay = ReplayBar(
      title: day.title, from: playback.from, until: playback.until, now: playback.now, speed: speed,
      isPaused: isPaused, pastAlarms: playback.alarms.alarms.map(\.raised))
    let position = playback.position
    model.records = { [index] in index.records(of: $0, among: position) }
    return model
  }
}
