/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.io.IOException;
import java.io.StringReader;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Fills a bean from a piece of a POM, as Maven does. */
public final class PomElement {
  private PomElement() {}

  /** Fills a bean with the children of an element. */
  public static <T> T fill(T bean, String children) {
    try {
      ClassLoader loader = PomElement.class.getClassLoader();
      new BasicComponentConfigurator()
          .configureComponent(
              bean,
              new XmlPlexusConfiguration(
                  Xpp3DomBuilder.build(new StringReader("<element>" + children + "</element>"))),
              new ClassWorld("test", loader).getClassRealm("test"));
      return bean;
    } catch (IOException | XmlPullParserException | ComponentConfigurationException e) {
      throw new IllegalArgumentException(children, e);
    }
  }
}
