package org.hilum.server.hospital;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of the viewer: its parts carry their content's hash in their names and are kept by
 * browsers for good; the page that names them is asked for each time, by whatever address of a page
 * a person comes.
 */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {

  private static final Duration A_YEAR = Duration.ofDays(365);
  private static final String PAGE = "forward:/index.html";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/study/{institution}/{study}").setViewName(PAGE);
    for (var address : new String[] {"/login", "/upload", "/settings", "/people", "/audit"}) {
      registry.addViewController(address).setViewName(PAGE);
    }
  }
}
