#include "print/docx_package.h"

#include <algorithm>
#include <sstream>

namespace laoyou::print {
namespace {

constexpr std::string_view k_document = "word/document.xml", k_types = "[Content_Types].xml";

bool holds_text(std::string_view name) {
  if (!name.starts_with("word/") || !name.ends_with(".xml") || name.find('/', 5) != std::string_view::npos) return false;
  const std::string_view file = name.substr(5);
  return file == "document.xml" || file.starts_with("header") || file.starts_with("footer") || file == "footnotes.xml" || file == "endnotes.xml";
}

/// Programs inside a document, and parts that fetch or run something when it is opened.
bool runs_something(std::string_view name) {
  return name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") || name.starts_with("word/activeX/") || name.starts_with("word/embeddings/");
}

std::string relations_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return part.substr(0, slash) + "/_rels" + part.substr(slash) + ".rels";
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

/// A document type declaration has no place in a .docx, and entities could grow without end.
bool parse(pugi::xml_document& document, const std::string& bytes) {
  if (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos) return false;
  return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration));
}

}  // namespace

Result<DocxPackage> DocxPackage::open(std::string_view bytes) {
  Result<std::vector<ZipEntry>> entries = read_zip(bytes);
  if (!entries) return entries.error();
  DocxPackage package;
  package.entries_ = std::move(*entries);
  const ZipEntry* types = package.entry(k_types);
  if (types == nullptr || package.entry(k_document) == nullptr) return refuse("print.not_a_document", {std::string(types == nullptr ? k_types : k_document)});
  const bool runs = std::any_of(package.entries_.begin(), package.entries_.end(), [](const ZipEntry& entry) { return runs_something(entry.name); });
  if (runs || types->bytes.find("macroEnabled") != std::string::npos) return refuse("print.macros");
  for (const ZipEntry& each : package.entries_) {
    if (!holds_text(each.name)) continue;
    auto document = std::make_unique<pugi::xml_document>();
    if (!parse(*document, each.bytes)) return refuse("print.not_a_document", {each.name});
    package.parsed_[each.name] = std::move(document);
  }
  return package;
}

std::vector<std::string> DocxPackage::text_parts() const {
  std::vector<std::string> names;
  for (const auto& [name, document] : parsed_) names.push_back(name);
  return names;
}

ZipEntry* DocxPackage::entry(std::string_view name) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& each) { return each.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

void DocxPackage::declare_png() {
  ZipEntry* types = entry(k_types);
  pugi::xml_document document;
  document.load_buffer(types->bytes.data(), types->bytes.size());
  pugi::xml_node all = document.child("Types");
  for (const pugi::xml_node each : all.children("Default"))
    if (std::string_view(each.attribute("Extension").value()) == "png") return;
  pugi::xml_node png = all.prepend_child("Default");
  png.append_attribute("Extension") = "png";
  png.append_attribute("ContentType") = "image/png";
  types->bytes = text_of(document);
}

void DocxPackage::relate(const std::string& part, const std::string& id, const std::string& target) {
  const std::string name = relations_of(part);
  if (entry(name) == nullptr)
    entries_.push_back({name, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"});
  ZipEntry* relations = entry(name);
  pugi::xml_document document;
  document.load_buffer(relations->bytes.data(), relations->bytes.size());
  pugi::xml_node relation = document.child("Relationships").append_child("Relationship");
  relation.append_attribute("Id") = id.c_str();
  relation.append_attribute("Type") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
  relation.append_attribute("Target") = target.c_str();
  relations->bytes = text_of(document);
}

std::string DocxPackage::add_picture(const std::string& part, std::string png) {
  declare_png();
  const std::string number = std::to_string(++pictures_), file = "media/laoyou_qr_" + number + ".png", id = "laoyouQr" + number;
  entries_.push_back({"word/" + file, std::move(png)});
  relate(part, id, file);
  return id;
}

std::string DocxPackage::close() {
  for (const auto& [name, document] : parsed_) entry(name)->bytes = text_of(*document);
  return write_zip(entries_);
}

}  // namespace laoyou::print
