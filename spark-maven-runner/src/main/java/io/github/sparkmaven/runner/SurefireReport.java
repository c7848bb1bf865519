/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import io.github.sparkmaven.runner.CaseResult.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the results of a class in surefire's XML format, which every CI server reads.
 *
 * <p>A report holds three system properties only: all of them, as surefire writes them, would carry
 * passwords from command lines into the CI server.
 */
public final class SurefireReport {
  private final Path directory;
  private final XMLOutputFactory factory = factoryOfTheJdk();

  /** Writes reports into a folder. */
  public SurefireReport(Path directory) {
    this.directory = directory;
  }

  /** Writes the report under a temporary name first: a reader never sees half of it. */
  void write(ClassResult result) throws IOException {
    Path target = directory.resolve("TEST-" + result.className() + ".xml");
    Path temporary = directory.resolve(target.getFileName() + ".tmp");
    try {
      try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        writeSuite(factory.createXMLStreamWriter(writer), result);
      } catch (XMLStreamException e) {
        throw new IOException("Cannot write " + temporary, e);
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void writeSuite(XMLStreamWriter xml, ClassResult result)
      throws XMLStreamException {
    Counts counts = result.counts();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", result.className());
    attribute(xml, "time", seconds(result.millis()));
    attribute(xml, "tests", Integer.toString(counts.run()));
    attribute(xml, "errors", Integer.toString(counts.errors()));
    attribute(xml, "skipped", Integer.toString(counts.skipped()));
    attribute(xml, "failures", Integer.toString(counts.failures()));
    writeProperties(xml);
    for (CaseResult testCase : result.cases()) {
      writeCase(xml, result.className(), testCase);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void writeProperties(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("properties");
    for (String name : new String[] {"java.version", "java.vendor", "os.name"}) {
      xml.writeCharacters("\n    ");
      xml.writeEmptyElement("property");
      attribute(xml, "name", name);
      attribute(xml, "value", System.getProperty(name, ""));
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void writeCase(XMLStreamWriter xml, String className, CaseResult testCase)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", testCase.name());
    attribute(xml, "classname", className);
    attribute(xml, "time", seconds(testCase.millis()));
    if (testCase.verdict() != Verdict.PASSED) {
      writeVerdict(xml, testCase.verdict(), testCase.thrown());
    }
    xml.writeEndElement();
  }

  private static void writeVerdict(XMLStreamWriter xml, Verdict verdict, Thrown thrown)
      throws XMLStreamException {
    xml.writeStartElement(verdict.name().toLowerCase(Locale.ROOT));
    attribute(xml, "message", thrown.message());
    if (verdict != Verdict.SKIPPED) {
      attribute(xml, "type", thrown.type());
      xml.writeCharacters(XmlText.legal(thrown.stackTrace()));
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(value));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** The user's class path brings StAX writers of its own, of any age and quality. */
  private static XMLOutputFactory factoryOfTheJdk() {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    try {
      // Java 8 has no newDefaultFactory().
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader().getParent());
      return XMLOutputFactory.newInstance();
    } finally {
      thread.setContextClassLoader(loader);
    }
  }
}
