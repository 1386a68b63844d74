#include "print/tags.h"

namespace laoyou::print {
namespace {

std::string_view trimmed_blank(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

Tag tag_of(std::string_view inside) {
  constexpr std::string_view k_qr = "qr:";
  inside = trimmed_blank(inside);
  Tag tag;
  if (inside.starts_with(k_qr)) {
    tag.kind = Tag::Kind::qr;
    inside.remove_prefix(k_qr.size());
  } else if (!inside.empty() && std::string_view("#^/").find(inside.front()) != std::string_view::npos) {
    tag.kind = inside.front() == '#' ? Tag::Kind::each : inside.front() == '^' ? Tag::Kind::unless : Tag::Kind::end;
    inside.remove_prefix(1);
  }
  tag.name = trimmed_blank(inside);
  return tag;
}

}  // namespace

std::vector<Tag> tags_of(std::string_view text) {
  std::vector<Tag> tags;
  std::size_t from = 0;
  while (true) {
    const std::size_t begin = text.find("{{", from);
    if (begin == std::string_view::npos) return tags;
    const std::size_t close = text.find("}}", begin + 2);
    if (close == std::string_view::npos) return tags;
    Tag tag = tag_of(text.substr(begin + 2, close - begin - 2));
    tag.begin = begin;
    tag.end = close + 2;
    from = tag.end;
    tags.push_back(std::move(tag));
  }
}

bool has_stray_braces(std::string_view text) {
  std::string rest;
  std::size_t from = 0;
  for (const Tag& tag : tags_of(text)) {
    if (text.substr(tag.begin + 2, tag.end - tag.begin - 4).find("{{") != std::string_view::npos) return true;
    rest += text.substr(from, tag.begin - from);
    from = tag.end;
  }
  rest += text.substr(from);
  return rest.find("{{") != std::string::npos || rest.find("}}") != std::string::npos;
}

}  // namespace laoyou::print
