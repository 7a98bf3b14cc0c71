package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A-ASSOCIATE-AC: which of the offered contexts are taken, in which transfer syntax (PS3.8 9.3.3).
 *
 * @param contexts by the number they were offered under
 */
record AssociateAccept(
    String calledTitle,
    String callingTitle,
    Map<Integer, AnsweredContext> contexts,
    UserInformation user) {

  /** Results of a presentation context (PS3.8 table 9-18). */
  static final int ACCEPTED = 0;

  static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
  static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

  /**
   * The answer to one offer.
   *
   * @param transferSyntax of no meaning unless accepted
   */
  record AnsweredContext(int result, String transferSyntax) {
    boolean isAccepted() {
      return result == ACCEPTED;
    }
  }

  static AssociateAccept parse(byte[] body) throws BrokenProtocolException {
    var buffer = ByteBuffer.wrap(body);
    Item.take(buffer, 4);
    var called = Item.text(Item.take(buffer, AssociateRequest.TITLE_BYTES));
    var calling = Item.text(Item.take(buffer, AssociateRequest.TITLE_BYTES));
    Item.take(buffer, AssociateRequest.RESERVED_BYTES);
    var contexts = new LinkedHashMap<Integer, AnsweredContext>();
    var user = UserInformation.parse(ByteBuffer.allocate(0));
    for (var item : Item.all(buffer)) {
      if (item.type() == Item.ANSWERED_CONTEXT) {
        answered(item.content(), contexts);
      } else if (item.type() == Item.USER_INFORMATION) {
        user = UserInformation.parse(item.content());
      }
    }
    return new AssociateAccept(called, calling, contexts, user);
  }

  private static void answered(ByteBuffer content, Map<Integer, AnsweredContext> contexts)
      throws BrokenProtocolException {
    Item.require(content, 4);
    int number = Byte.toUnsignedInt(content.get());
    content.get();
    int result = Byte.toUnsignedInt(content.get());
    content.get();
    var transferSyntax = "";
    for (var item : Item.all(content)) {
      if (item.type() == Item.TRANSFER_SYNTAX) {
        transferSyntax = item.text();
      }
    }
    contexts.put(number, new AnsweredContext(result, transferSyntax));
  }

  byte[] bytes() {
    var body = AssociateRequest.opening(1, calledTitle, callingTitle);
    body.item(Item.APPLICATION_CONTEXT, AssociateRequest.DICOM);
    contexts.forEach(
        (number, answer) ->
            body.item(
                Item.ANSWERED_CONTEXT,
                new ItemBytes()
                    .octets(number, 0, answer.result, 0)
                    .item(Item.TRANSFER_SYNTAX, answer.transferSyntax)));
    return body.item(Item.USER_INFORMATION, user.bytes()).pdu(PduType.ASSOCIATE_ACCEPT);
  }
}
