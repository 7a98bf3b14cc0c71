package org.hilum.platform.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JobsControllerTest {

  private final String institution = "hc-" + UUID.randomUUID();
  private final JobQueue jobs =
      new JobQueue(
          ScratchDatabase.with("org/hilum/platform/jobs/sql"),
          JobsSettings.usual("node-" + UUID.randomUUID(), 1),
          InstantSource.system());
  private final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  private final Job job = jobs.submit(new JobRequest("read-study", "1.2.3", institution, 4));
  private Person asks = person(institution);
  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new JobsController(jobs, audited::add))
          .setCustomArgumentResolvers(new Principal())
          .build();

  private static Person person(String institution) {
    return new Person("acc-1", institution, Role.TECHNOLOGIST.permissions());
  }

  /** The principal, which security gives in the server. */
  private final class Principal implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      return asks;
    }
  }

  @Test
  void an_institution_sees_its_own_jobs_whatever_it_asks_for() throws Exception {
    web.perform(get("/api/jobs?state=waiting&kind=read-study&institution=main"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].id").value(job.id()))
        .andExpect(jsonPath("$[0].urgency").value(4))
        .andExpect(jsonPath("$[0].state").value("WAITING"));
    assertThat(audited)
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo(AuditEntry.Action.QUERY));
  }

  @Test
  void the_house_sees_all_and_those_of_one_institution() throws Exception {
    asks = person("main");
    web.perform(get("/api/jobs?institution=" + institution))
        .andExpect(jsonPath("$.length()").value(1));
    web.perform(get("/api/jobs/" + job.id()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.job.subject").value("1.2.3"))
        .andExpect(jsonPath("$.attempts.length()").value(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/cancel", "/again", "/urgency"})
  void a_job_of_others_is_not_there_and_the_try_is_written_down(String what) throws Exception {
    asks = person("hc-other");
    var at = "/api/jobs/" + job.id() + what;
    var request =
        what.isEmpty()
            ? get(at)
            : post(at).contentType(MediaType.APPLICATION_JSON).content("{\"urgency\":9}");
    web.perform(request)
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("JOB-001"));
    assertThat(audited).singleElement().satisfies(e -> assertThat(e.allowed()).isFalse());
    assertThat(jobs.job(job.id())).contains(job);
  }

  @Test
  void a_job_is_hurried_called_off_and_done_again() throws Exception {
    var at = "/api/jobs/" + job.id();
    web.perform(
            post(at + "/urgency")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"urgency\":30}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.urgency").value(30));
    web.perform(
            post(at + "/cancel")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"words\":\"sent twice\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("CANCELLED"))
        .andExpect(jsonPath("$.words").value("Called off by acc-1: sent twice"));
    web.perform(post(at + "/cancel"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("JOB-002"));
    web.perform(post(at + "/again"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("WAITING"));
    assertThat(audited)
        .extracting(AuditEntry::words, AuditEntry::allowed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("urgency 30", true),
            org.assertj.core.groups.Tuple.tuple("cancelled", true),
            org.assertj.core.groups.Tuple.tuple("cancelled", false),
            org.assertj.core.groups.Tuple.tuple("again", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"urgency\":2000000}", "{\"urgency\":-2147483648}"})
  void an_urgency_out_of_range_is_refused_in_words(String body) throws Exception {
    web.perform(
            post("/api/jobs/" + job.id() + "/urgency")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("JOB-003"));
  }

  @Test
  void a_state_nobody_knows_is_refused_in_words() throws Exception {
    web.perform(get("/api/jobs?state=lost"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("JOB-003"));
  }

  @Test
  void every_door_asks_for_a_permission() {
    assertThat(JobsController.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(
                        Arrays.stream(method.getAnnotationsByType(PreAuthorize.class))
                            .map(PreAuthorize::value))
                    .as(method.getName())
                    .anyMatch(value -> value.endsWith("_WORK')")));
  }
}
