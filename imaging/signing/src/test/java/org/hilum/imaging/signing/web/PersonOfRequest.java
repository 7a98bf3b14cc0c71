package org.hilum.imaging.signing.web;

import java.util.EnumSet;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The principal, which security gives in the server. */
final class PersonOfRequest implements HandlerMethodArgumentResolver {

  Person person;

  PersonOfRequest(Person person) {
    this.person = person;
  }

  static Person with(Role role, String account, String institution) {
    return new Person(account, institution, EnumSet.copyOf(role.permissions()));
  }

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
    return person;
  }
}
