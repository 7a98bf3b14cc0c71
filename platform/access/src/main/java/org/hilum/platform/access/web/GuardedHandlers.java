package org.hilum.platform.access.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Denies what no rule allows: a server with a handler of ours that does not say by {@link
 * PreAuthorize} who may does not start.
 */
final class GuardedHandlers implements SmartInitializingSingleton {

  private static final String OURS = "org.hilum.";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  GuardedHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var open =
        mappings.stream()
            .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
            .filter(handler -> handler.getBeanType().getName().startsWith(OURS))
            .filter(handler -> !isGuarded(handler))
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    if (!open.isEmpty()) {
      throw new IllegalStateException("nothing says who may call " + String.join(", ", open));
    }
  }

  private static boolean isGuarded(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
  }
}
