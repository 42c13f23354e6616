internal import CaseFlow

/// Personal details as bytes: canonical JSON, filled up with spaces so that its length tells next to nothing.
enum DetailBytes {
  /// Every length is a multiple of this.
  static let block = 256

  /// The bytes of details; refuses those that `decode` would not give back.
  static func encode(_ details: PersonDetails) throws(StoreError) -> [UInt8] {
    var writer = JSONFieldWriter(zone: .utc)
    writer.object(details)
    var bytes = writer.json.bytes
    guard let again = read(bytes), again == details else {
      bytes.wipe()
      throw .unusable(JournalSentences.detailsUnreadable)
    }
    bytes.append(contentsOf: repeatElement(Byte.space, count: (block - bytes.count % block) % block))
    return bytes
  }

  /// The details of bytes that were authenticated; a key file of a newer program may hold others.
  static func decode(_ bytes: [UInt8], _ file: String) throws(StoreError) -> PersonDetails {
    guard let details = read(bytes) else { throw .damaged(file: file, why: JournalSentences.detailsUnreadable) }
    return details
  }

  /// Faults are dropped, never shown: they would quote what is personal.
  private static func read(_ bytes: [UInt8]) -> PersonDetails? {
    let faults = FaultSink(most: 1)
    guard let document = faults.keep({ () throws(Fault) in try JSONDocument(parsing: bytes) }) else { return nil }
    let details = JSONFieldReader.read(PersonDetails.self, from: document.root, faults: faults)
    return faults.found == 0 ? details : nil
  }
}
