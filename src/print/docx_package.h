// A .docx as its parts: opened with every check that needs no values, and closed again with pictures added.
#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "print/zip_archive.h"

namespace laoyou::print {

class DocxPackage {
 public:
  /// Refused as fill_docx() says.
  static Result<DocxPackage> open(std::string_view bytes);

  /// Parts that hold text: the document, headers, footers, notes.
  std::vector<std::string> text_parts() const;
  pugi::xml_document& part(const std::string& name) { return *parsed_.at(name); }
  /// Adds a PNG that a part shows; the id of the relation.
  std::string add_picture(const std::string& part, std::string png);
  std::string close();

 private:
  ZipEntry* entry(std::string_view name);
  void declare_png();
  void relate(const std::string& part, const std::string& id, const std::string& target);

  std::vector<ZipEntry> entries_;
  std::map<std::string, std::unique_ptr<pugi::xml_document>> parsed_;
  int pictures_ = 0;
};

}  // namespace laoyou::print
