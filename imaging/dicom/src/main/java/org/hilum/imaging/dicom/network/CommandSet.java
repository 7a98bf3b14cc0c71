package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/** The command of a DIMSE message: group 0000 in Implicit VR Little Endian (PS3.7 6.3.1, E.1). */
final class CommandSet {

  static final int AFFECTED_SOP_CLASS = 0x0002;
  static final int COMMAND_FIELD = 0x0100;
  static final int MESSAGE_ID = 0x0110;
  static final int MESSAGE_ID_RESPONDED_TO = 0x0120;
  static final int MOVE_DESTINATION = 0x0600;
  static final int PRIORITY = 0x0700;
  static final int DATA_SET_TYPE = 0x0800;
  static final int STATUS = 0x0900;
  static final int ERROR_COMMENT = 0x0902;
  static final int AFFECTED_SOP_INSTANCE = 0x1000;

  static final int REMAINING = 0x1020;
  static final int COMPLETED = 0x1021;
  static final int FAILED = 0x1022;
  static final int WARNINGS = 0x1023;
  static final int MOVE_ORIGINATOR_TITLE = 0x1030;
  static final int MOVE_ORIGINATOR_MESSAGE = 0x1031;

  static final int STORE_REQUEST = 0x0001;
  static final int GET_REQUEST = 0x0010;
  static final int FIND_REQUEST = 0x0020;
  static final int MOVE_REQUEST = 0x0021;
  static final int ECHO_REQUEST = 0x0030;
  static final int CANCEL_REQUEST = 0x0FFF;
  static final int RESPONSE = 0x8000;

  static final int NO_DATA_SET = 0x0101;
  private static final int SOME_DATA_SET = 0x0000;

  /** Priority (PS3.7 table E.1-1). */
  private static final int MEDIUM = 0;

  private static final int HEADER_BYTES = 8;

  private final TreeMap<Integer, byte[]> values = new TreeMap<>();

  /** A request that a data set follows or not. */
  static CommandSet request(int field, int messageId, String sopClass, boolean withDataSet) {
    return new CommandSet()
        .text(AFFECTED_SOP_CLASS, sopClass, 0)
        .number(COMMAND_FIELD, field)
        .number(MESSAGE_ID, messageId)
        .number(DATA_SET_TYPE, withDataSet ? SOME_DATA_SET : NO_DATA_SET);
  }

  /** A request to store an object. */
  static CommandSet store(SendableObject object, int messageId) {
    return request(STORE_REQUEST, messageId, object.sopClass().value(), true)
        .number(PRIORITY, MEDIUM)
        .text(AFFECTED_SOP_INSTANCE, object.sopInstance().value(), 0);
  }

  /** A request to find or retrieve something. */
  static CommandSet query(int field, int messageId, String model) {
    return request(field, messageId, model, true).number(PRIORITY, MEDIUM);
  }

  /** Says that no more is wanted of a request. */
  static CommandSet cancel(CommandSet request) {
    return new CommandSet()
        .number(COMMAND_FIELD, CANCEL_REQUEST)
        .number(MESSAGE_ID_RESPONDED_TO, request.messageId().orElse(0))
        .number(DATA_SET_TYPE, NO_DATA_SET);
  }

  /** The answer to a request, as far as its own values allow. */
  static CommandSet response(CommandSet request, DimseStatus status) {
    var response =
        new CommandSet()
            .number(COMMAND_FIELD, request.field() | RESPONSE)
            .number(MESSAGE_ID_RESPONDED_TO, request.messageId().orElse(0))
            .number(DATA_SET_TYPE, NO_DATA_SET)
            .number(STATUS, status.code());
    if (!status.comment().isEmpty()) {
      response.text(ERROR_COMMENT, status.comment(), ' ');
    }
    for (int echoed : new int[] {AFFECTED_SOP_CLASS, AFFECTED_SOP_INSTANCE}) {
      request.uid(echoed).ifPresent(uid -> response.text(echoed, uid.value(), 0));
    }
    return response;
  }

  /** The same, a data set following. */
  CommandSet followedByDataSet() {
    return number(DATA_SET_TYPE, SOME_DATA_SET);
  }

  /** Whether it answers a request of this kind and number. */
  boolean answers(CommandSet request) {
    return field() == (request.field() | RESPONSE)
        && number(MESSAGE_ID_RESPONDED_TO).equals(request.messageId());
  }

  CommandSet number(int element, int value) {
    values.put(element, new byte[] {(byte) value, (byte) (value >>> 8)});
    return this;
  }

  CommandSet text(int element, String text, int padding) {
    var padded = text.length() % 2 == 0 ? text : text + (char) padding;
    values.put(element, padded.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  static CommandSet parse(byte[] bytes) throws BrokenProtocolException {
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var command = new CommandSet();
    while (buffer.hasRemaining()) {
      Item.require(buffer, HEADER_BYTES);
      int group = Short.toUnsignedInt(buffer.getShort());
      int element = Short.toUnsignedInt(buffer.getShort());
      int length = buffer.getInt();
      if (group != 0 || length < 0 || length > buffer.remaining()) {
        throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "a command cannot be read");
      }
      var value = new byte[length];
      buffer.get(value);
      command.values.put(element, value);
    }
    return command;
  }

  byte[] bytes() {
    values.remove(0);
    int length = values.values().stream().mapToInt(value -> HEADER_BYTES + value.length).sum();
    var buffer = ByteBuffer.allocate(HEADER_BYTES + 4 + length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0).putInt(4).putInt(length);
    values.forEach(
        (element, value) ->
            buffer
                .putShort((short) 0)
                .putShort(element.shortValue())
                .putInt(value.length)
                .put(value));
    return buffer.array();
  }

  OptionalInt number(int element) {
    var value = values.get(element);
    return value == null || value.length < 2
        ? OptionalInt.empty()
        : OptionalInt.of(Byte.toUnsignedInt(value[0]) | Byte.toUnsignedInt(value[1]) << 8);
  }

  Optional<String> text(int element) {
    return Optional.ofNullable(values.get(element)).map(value -> Item.text(ByteBuffer.wrap(value)));
  }

  Optional<Uid> uid(int element) {
    return text(element).filter(Uid::isWellFormed).map(Uid::new);
  }

  /** What is asked or answered; -1 when it is not said. */
  int field() {
    return number(COMMAND_FIELD).orElse(-1);
  }

  OptionalInt messageId() {
    return number(MESSAGE_ID);
  }

  boolean hasDataSet() {
    return number(DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
  }

  /** The status of a response. */
  DimseStatus status() throws BrokenProtocolException {
    var code = number(STATUS);
    if (code.isEmpty()) {
      throw new BrokenProtocolException(Reason.NOT_SPECIFIED, "an answer has no status");
    }
    return new DimseStatus(code.getAsInt(), text(ERROR_COMMENT).orElse(""));
  }
}
