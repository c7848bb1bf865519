/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a file of a site's configuration; nothing but that file is ever opened.
 *
 * <p>Document types are refused altogether: Hadoop's files need none, and an entity could name any
 * file or address.
 */
final class SiteXml {
  private static final String MEND =
      "Correct the file, or point cluster/hadoopConfDir at a sound copy";

  private SiteXml() {}

  /** Returns the root element, or nothing and a problem. */
  static Optional<Element> read(Path file, String root, Problems problems) {
    try (InputStream stream = Files.newInputStream(file)) {
      Element found = parser().parse(stream).getDocumentElement();
      if (found.getTagName().equals(root)) {
        return Optional.of(found);
      }
      problems.add(
          file.toString(),
          "its root element is <" + found.getTagName() + ">, not <" + root + ">",
          MEND);
    } catch (SAXParseException e) {
      problems.add(
          file + ", line " + e.getLineNumber(),
          "it cannot be read as XML (" + e.getMessage() + ")",
          MEND);
    } catch (SAXException | IOException e) {
      problems.add(file.toString(), "it cannot be read (" + e + ")", MEND);
    }
    return Optional.empty();
  }

  private static DocumentBuilder parser() {
    try {
      // The JDK's own parser, whatever else a build has on its class path.
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setCoalescing(true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Thrower());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK's XML parser lacks a feature", e);
    }
  }

  /** Returns the child elements in the order of the file. */
  static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /** Returns the trimmed text of the last child of that name. */
  static Optional<String> text(Element parent, String child) {
    return children(parent).stream()
        .filter(element -> element.getTagName().equals(child))
        .reduce((earlier, later) -> later)
        .map(element -> element.getTextContent().trim());
  }

  /** Throws where the JDK's own handler would print to standard error as well. */
  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // Not a fault: the parser goes on.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
