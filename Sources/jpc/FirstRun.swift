import CaseFlow
import Journal

/// The data folder of a center; where there is none yet, a training center is made in it.
enum FirstRun {
  /// Opens the site of a folder, and says whether it was made just now.
  static func site(_ folder: String, now: Instant) throws(Failure) -> (site: Site, isNew: Bool) {
    do throws(StoreError) {
      return (try Site.open(folder), false)
    } catch {
      guard case .none = error else { throw Failure(error) }
    }
    let center = CenterFile.read(TrainingCenter.bytes, file: nil)
    // Sound but for the machine's time zones: a test reads it.
    if let fault = center.faults.first { throw Failure(ReadError.malformed(fault)) }
    let header = try NewCenter.header(center.center, now: now)
    do throws(StoreError) {
      return (try Site.create(folder, header, site: center.center.plan.code), true)
    } catch {
      // Somebody else began at the same moment: theirs it is.
      guard case .exists = error else { throw Failure(error) }
    }
    return (try storing { () throws(StoreError) in try Site.open(folder) }, false)
  }

  /// What the first board says of it.
  static func sentence(_ folder: String) -> String {
    "A training center was created in \(folder): nobody in it is real. 3 enters arrivals, ? explains all."
  }
}
