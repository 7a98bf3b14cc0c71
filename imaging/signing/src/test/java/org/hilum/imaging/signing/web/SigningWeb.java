package org.hilum.imaging.signing.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.imaging.reporting.RadiologistReportWriter;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.signing.Reports;
import org.hilum.imaging.signing.Signatures;
import org.hilum.imaging.signing.SignerCheck;
import org.hilum.imaging.signing.SigningRoom;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Role;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The report of a case over HTTP, as one person after the other asks for it. */
final class SigningWeb {

  /** Opens its fonts once. */
  private static final RadiologistReportWriter WRITER = new RadiologistReportWriter();

  final SigningRoom room;
  final Reports reports;
  final Signatures signatures;
  final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  private final PersonOfRequest asks;
  private final MockMvc web;

  SigningWeb(Path folder) throws Exception {
    room = new SigningRoom(folder);
    reports = againReports();
    signatures = againSignatures();
    asks = new PersonOfRequest(PersonOfRequest.with(Role.RADIOLOGIST, "li", room.institution));
    var controller =
        new ReportController(
            reports,
            signatures,
            new SignerCheck(room.accounts, code -> "House " + code),
            new ReportDoor(room.worklist, audited::add));
    web =
        MockMvcBuilders.standaloneSetup(controller)
            .setCustomArgumentResolvers(asks)
            .defaultResponseCharacterEncoding(StandardCharsets.UTF_8)
            .build();
  }

  /** As after a stop: nothing but the tables and files stays. */
  Reports againReports() {
    return new Reports(room.tables, room.worklist, room.desk, room.clock);
  }

  /** As after a stop. */
  Signatures againSignatures() {
    return new Signatures(
        new Signatures.Ground(
            room.tables,
            room.worklist,
            room.desk,
            room.archive,
            new SoftwareIdentity("Hilum", "0.0.0-test"),
            room.folder.resolve("work"),
            room.clock,
            ZoneOffset.ofHours(8)),
        WRITER);
  }

  SigningWeb as(Role role, String account) {
    return as(role, account, room.institution);
  }

  SigningWeb as(Role role, String account, String institution) {
    asks.person = PersonOfRequest.with(role, account, institution);
    return this;
  }

  private String at(String more) {
    return "/api/worklist/" + room.key.subject() + "/report" + more;
  }

  ResultActions look() throws Exception {
    return web.perform(get(at("")));
  }

  ResultActions look(String more) throws Exception {
    return web.perform(get(at(more)));
  }

  ResultActions send(String more, String json) throws Exception {
    return ask(post(at(more)), json);
  }

  ResultActions save(String json) throws Exception {
    return ask(put(at("")), json);
  }

  private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request, String json)
      throws Exception {
    return web.perform(request.contentType(MediaType.APPLICATION_JSON).content(json));
  }

  ResultActions prefill(String language) throws Exception {
    return send("/prefill", "{\"language\": \"" + language + "\"}");
  }

  ResultActions sign(int revision, String password) throws Exception {
    return send("/sign", "{\"revision\": %d, \"password\": \"%s\"}".formatted(revision, password));
  }
}
