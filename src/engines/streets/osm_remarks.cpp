#include "engines/streets/osm_remarks.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

namespace laoyou::streets {
namespace {

/// Walks over the elements and keeps what they say of deletion, and the remark.
struct Listener {
  DeletedObjects deleted;
  bool in_remark = false;
  std::string remark, place;
  std::optional<Refusal> refusal;
  XML_Parser parser = nullptr;

  static void start(void* self, const XML_Char* name, const XML_Char** attributes) { static_cast<Listener*>(self)->open(name, attributes); }
  static void end(void* self, const XML_Char* name) { static_cast<Listener*>(self)->close(name); }
  static void text(void* self, const XML_Char* characters, int length) {
    auto* const listener = static_cast<Listener*>(self);
    if (listener->in_remark) listener->remark.append(characters, static_cast<std::size_t>(length));
  }

  void open(std::string_view name, const XML_Char** attributes) {
    if (name == "remark") {
      in_remark = true;
      remark.clear();
      place = std::to_string(XML_GetCurrentLineNumber(parser)) + ":" + std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
    }
    if (name != "node" && name != "way") return;
    bool is_deleted = false;
    std::int64_t id = 0;
    for (; *attributes != nullptr; attributes += 2) {
      if (std::strcmp(attributes[0], "id") == 0) std::from_chars(attributes[1], attributes[1] + std::strlen(attributes[1]), id);
      if (std::strcmp(attributes[0], "action") == 0 && std::strcmp(attributes[1], "delete") == 0) is_deleted = true;
    }
    if (is_deleted) (name == "node" ? deleted.nodes : deleted.ways).insert(id);
  }

  void close(std::string_view name) {
    if (name != "remark") return;
    in_remark = false;
    std::string lower = remark;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    constexpr std::size_t k_most_shown = 200;
    if (lower.find("error") != std::string::npos && !refusal) refusal = at(place, refuse("streets.extract_unfinished", {remark.substr(0, k_most_shown)}));
  }
};

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

Result<DeletedObjects> read_remarks(std::string_view bytes) {
  // Most extracts have neither; they are not read twice.
  if (bytes.find("<remark") == std::string_view::npos && bytes.find("action") == std::string_view::npos) return DeletedObjects{};
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
  Listener listener;
  listener.parser = parser.get();
  XML_SetUserData(parser.get(), &listener);
  XML_SetElementHandler(parser.get(), Listener::start, Listener::end);
  XML_SetCharacterDataHandler(parser.get(), Listener::text);
  constexpr std::size_t k_piece = 1U << 24U;
  bool sound = true;
  for (std::size_t start = 0; sound && start < bytes.size(); start += k_piece) {
    const std::string_view piece = bytes.substr(start, k_piece);
    sound = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), start + piece.size() == bytes.size() ? 1 : 0) == XML_STATUS_OK;
  }
  if (listener.refusal) return *listener.refusal;
  return std::move(listener.deleted);
}

}  // namespace laoyou::streets
