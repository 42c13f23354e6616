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
    guard let again = read(PersonDetails.self, bytes), again == details else {
      bytes.wipe()
      throw .unusable(JournalSentences.detailsUnreadable)
    }
    return padded(bytes)
  }

  /// Bytes filled up with spaces to a whole number of blocks.
  static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + repeatElement(Byte.space, count: (block - bytes.count % block) % block)
  }

  /// The details of bytes that were authenticated; a key file of a newer program may hold others.
  static func decode(_ bytes: [UInt8], _ file: String) throws(StoreError) -> PersonDetails {
    guard let details = read(PersonDetails.self, bytes) else {
      throw .damaged(file: file, why: JournalSentences.detailsUnreadable)
    }
    return details
  }

  /// The value of bytes that were authenticated. Faults are dropped, never shown: they would quote what is personal.
  static func read<Value: Described>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    let faults = FaultSink(most: 1)
    guard let document = faults.keep({ () throws(Fault) in try JSONDocument(parsing: bytes) }) else { return nil }
    let value = JSONFieldReader.read(type, from: document.root, faults: faults)
    return faults.found == 0 ? value : nil
  }
}
