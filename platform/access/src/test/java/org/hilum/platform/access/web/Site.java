package org.hilum.platform.access.web;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Tokens;
import org.hilum.platform.access.web.RequestSizes.Larger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A real web server on the loopback with nothing but access. */
final class Site implements AutoCloseable {

  private final DataSource tables;
  private final Tomcat tomcat;

  private Site(DataSource tables, Tomcat tomcat) {
    this.tables = tables;
    this.tomcat = tomcat;
  }

  static Site open(SignOnSettings signOn, Class<?>... more) {
    var tables = ScratchDatabase.with(Institutions.TABLES);
    var tomcat = new Tomcat();
    try {
      var folder = Files.createTempDirectory("hilum-site").toFile();
      folder.deleteOnExit();
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.setSilent(true);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      install(tomcat, context(tables, signOn, more));
      tomcat.start();
      return new Site(tables, tomcat);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (LifecycleException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static AnnotationConfigWebApplicationContext context(
      DataSource tables, SignOnSettings signOn, Class<?>... more) {
    var context = new AnnotationConfigWebApplicationContext();
    context.register(
        AccessSecurity.class,
        SessionController.class,
        SignOnController.class,
        PeopleController.class,
        Mvc.class);
    if (more.length > 0) {
      context.register(more);
    }
    var clock = Clock.systemUTC();
    context.addBeanFactoryPostProcessor(
        beans -> {
          beans.registerSingleton("accounts", Accounts.in(tables, clock));
          beans.registerSingleton("tokens", Tokens.in(tables, clock));
          beans.registerSingleton("trail", AuditTrail.in(tables, clock));
          beans.registerSingleton("clock", clock);
          beans.registerSingleton("limits", new RateLimits(1000, 5000, 1000, 5000));
          beans.registerSingleton("signOn", signOn);
          beans.registerSingleton(
              "sizes",
              new RequestSizes(1000, List.of(new Larger("POST", "/api/doors/large", 5000))));
        });
    return context;
  }

  private static void install(Tomcat tomcat, AnnotationConfigWebApplicationContext context) {
    var web = tomcat.addContext("", null);
    ((StandardContext) web).setFailCtxIfServletStartFails(true);
    var servlet = new DispatcherServlet(context);
    var wrapper = Tomcat.addServlet(web, "dispatcher", servlet);
    wrapper.setLoadOnStartup(1);
    wrapper.setAsyncSupported(true);
    web.addServletMappingDecoded("/", "dispatcher");
    var filter = new FilterDef();
    filter.setFilterName("springSecurityFilterChain");
    filter.setFilter(new LateFilter(context));
    filter.setAsyncSupported("true");
    web.addFilterDef(filter);
    var map = new FilterMap();
    map.setFilterName("springSecurityFilterChain");
    map.addURLPattern("/*");
    EnumSet.allOf(DispatcherType.class).forEach(type -> map.setDispatcher(type.name()));
    web.addFilterMap(map);
  }

  DataSource tables() {
    return tables;
  }

  String address() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The chain lies in the servlet's own context, which is refreshed after the filters start. */
  private static final class LateFilter extends DelegatingFilterProxy {
    private final AnnotationConfigWebApplicationContext context;

    LateFilter(AnnotationConfigWebApplicationContext context) {
      super("springSecurityFilterChain");
      this.context = context;
    }

    @Override
    protected @Nullable WebApplicationContext findWebApplicationContext() {
      return context.isActive() ? context : null;
    }
  }

  @EnableWebMvc
  @EnableWebSecurity
  static class Mvc {}
}
