// Small .docx files for tests, made of the paragraphs' XML.
#pragma once

#include <string>

#include "print/zip_archive.h"

namespace laoyou::print {

inline std::string run(const std::string& text, const std::string& shape = "") {
  return "<w:r>" + (shape.empty() ? "" : "<w:rPr>" + shape + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string paragraph(const std::string& text) { return "<w:p>" + run(text) + "</w:p>"; }
inline std::string cell(const std::string& inside) { return "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>" + inside + "</w:tc>"; }
inline std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>" + rows + "</w:tbl>";
}

inline std::vector<ZipEntry> docx_entries(const std::string& body) {
  return {{"[Content_Types].xml",
           "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
           "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
          {"_rels/.rels",
           "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
           "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
          {"word/document.xml",
           "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body +
               "<w:sectPr/></w:body></w:document>"}};
}
inline std::string docx(const std::string& body) { return write_zip(docx_entries(body)); }

/// The XML of a part; empty where there is none.
inline std::string part_of(const std::string& document, const std::string& name) {
  for (const ZipEntry& entry : read_zip(document).value())
    if (entry.name == name) return entry.bytes;
  return {};
}

/// The text of a document, a line for each paragraph.
inline std::string text_of(const std::string& document) {
  std::string text, xml = part_of(document, "word/document.xml");
  for (std::size_t at = 0; at < xml.size();) {
    if (xml.compare(at, 6, "</w:p>") == 0 || xml.compare(at, 6, "<w:p/>") == 0 || xml.compare(at, 6, "<w:br/") == 0) text += '\n';
    if (xml.compare(at, 4, "<w:t") == 0 && (xml[at + 4] == '>' || xml[at + 4] == ' ')) {
      const std::size_t begin = xml.find('>', at) + 1;
      if (xml[begin - 2] != '/') text += xml.substr(begin, xml.find('<', begin) - begin);
    }
    ++at;
  }
  return text;
}

}  // namespace laoyou::print
