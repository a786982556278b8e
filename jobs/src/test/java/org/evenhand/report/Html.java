package org.evenhand.report;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A rendered page as a tree; fails when the page is not well-formed. */
final class Html {
  private final Document document;

  private Html(Document document) {
    this.document = document;
  }

  static Html parse(byte[] bytes) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return new Html(builder.parse(new ByteArrayInputStream(bytes)));
    } catch (Exception e) {
      throw new IllegalStateException("The page is not well-formed", e);
    }
  }

  List<Element> all(String xpath) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(xpath, document, XPathConstants.NODESET);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(String xpath) {
    return all(xpath).stream()
        .map(element -> element.getTextContent().replaceAll("\\s+", " ").trim())
        .toList();
  }
}
