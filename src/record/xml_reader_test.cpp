#include "record/xml_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou::record::xml {
namespace {

/// The pieces of a document in short: "<a b=c>", "text", "</a>".
std::string pieces(Reader reader) {
  std::string all;
  while (true) {
    switch (reader.next()) {
      case Piece::open: all += "<" + std::string(reader.name()) + (reader.attribute("k") ? " k=" + *reader.attribute("k") : "") + ">"; break;
      case Piece::close: all += "</" + std::string(reader.name()) + ">"; break;
      case Piece::text: all += reader.text(); break;
      case Piece::end: return all;
    }
  }
}

std::string pieces(std::string_view document) { return pieces(Reader(document)); }

/// The document handed over in pieces of so many bytes.
Source in_pieces(std::string_view document, std::size_t bytes) {
  return [document, bytes]() mutable {
    const std::string_view piece = document.substr(0, bytes);
    document.remove_prefix(piece.size());
    return piece;
  };
}

TEST(XmlReader, ADocumentInPiecesIsTheSameDocument) {
  const std::string_view document = "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <x> --><a k=\"1>2\"><b>老&amp;幼𠮷\r\n</b> <c k = '2' /><![CDATA[<b>&lt;]]>x&#65;</a>\n";
  for (std::size_t bytes = 1; bytes < 40; ++bytes) EXPECT_EQ(pieces(Reader(in_pieces(document, bytes))), pieces(document)) << bytes;
  for (const char* broken : {"<a>", "<a b='1>", "<a>\xE8\x80", "<a>\xE8", "<a>&lt</a>", "<!-- ", "<a/>x"}) EXPECT_THROW(pieces(Reader(in_pieces(broken, 2))), Malformed) << broken;
}

TEST(XmlReader, ALongTextComesInPiecesAndIsNotKept) {
  const std::string block(65536, ' ');
  int left = 100;
  Reader reader([&]() -> std::string_view { return left == 100 ? (--left, "<a>") : left > 0 ? (--left, block) : std::string_view(); });
  EXPECT_EQ(reader.next(), Piece::open);
  EXPECT_EQ(reader.next(), Piece::text);
  EXPECT_LT(reader.text().size(), 200'000u);
}

TEST(XmlReader, ATagOrAWantedTextWithoutEndIsRefused) {
  const std::string endless = "<a b='" + std::string(65536, 'x');
  Reader tag([&]() -> std::string_view { return endless; });
  EXPECT_THROW(tag.next(), Malformed);
  const std::string text = "<a>" + std::string(2'000'000, 'x') + "</a>";
  Reader reader{std::string_view(text)};
  reader.next();
  EXPECT_THROW(reader.text_within(), Malformed);
}

TEST(XmlReader, WalksElementsTextsAndAttributes) {
  EXPECT_EQ(pieces("<?xml version='1.0'?>\n<!-- <x> --><a k=\"1\"><b>老&amp;幼</b> <c k = '2' /></a>\n"), "<a k=1><b>老&幼</b> <c k=2></c></a>");
  EXPECT_EQ(pieces("\xEF\xBB\xBF<x:a r:k='v'/>"), "<a k=v></a>");
  EXPECT_EQ(pieces("<a><![CDATA[<b>&lt;]]>x</a>"), "<a><b>&lt;x</a>");
  EXPECT_EQ(pieces(""), "");
}

TEST(XmlReader, ResolvesEntitiesAndLineEnds) {
  EXPECT_EQ(pieces("<a>&lt;&gt;&quot;&apos;&#65;&#x8001;&#x20BB7;&#233;</a>"), "<a><>\"'A老𠮷é</a>");
  EXPECT_EQ(pieces("<a>1\r\n2\r3&#13;</a>"), "<a>1\n2\n3\r</a>");
}

TEST(XmlReader, RefusesWhatIsNotWellFormed) {
  for (const char* document : {"<", "<a", "<a>", "</a>", "<a></b>", "<a b></a>", "<a b=1></a>", "<a b='1></a>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
                               "<a>&#x110000;</a>", "<a>&lt</a>", "x", "<a/>x", "<!-- ", "<?x", "<a><![CDATA[", "<a/", "< a/>", "<a>\xD6</a>", "<a>&;</a>", "<a>&#;</a>"})
    EXPECT_THROW(pieces(document), Malformed) << document;
}

// Entities that unfold a thousandfold need a document type to be declared in.
TEST(XmlReader, RefusesADocumentType) {
  EXPECT_THROW(pieces("<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>"), Malformed);
}

TEST(XmlReader, RefusesEndlessNesting) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THROW(pieces(deep), Malformed);
}

TEST(XmlReader, SkipsAndGathers) {
  Reader reader("<a><b><c>1</c>2</b><b>3<c/>4</b><d/></a>");
  reader.next();
  reader.next();
  reader.skip();
  ASSERT_EQ(reader.next(), Piece::open);
  EXPECT_EQ(reader.text_within(), "34");
  ASSERT_EQ(reader.next(), Piece::open);
  EXPECT_EQ(reader.name(), "d");
  reader.skip();
  EXPECT_EQ(reader.next(), Piece::close);
  EXPECT_EQ(reader.next(), Piece::end);
}

RC_GTEST_PROP(XmlReader, EveryCharacterReferenceIsItsCharacter, ()) {
  const auto code = *rc::gen::inRange<char32_t>(0x20, 0xD800);
  const std::string text = pieces("<a>&#" + std::to_string(static_cast<unsigned>(code)) + ";</a>");
  const std::string inner = text.substr(3, text.size() - 7);
  // The oracle: decoding by the bit patterns of RFC 3629.
  char32_t decoded = static_cast<unsigned char>(inner[0]);
  if (inner.size() == 2) decoded -= 0xC0;
  if (inner.size() == 3) decoded -= 0xE0;
  for (std::size_t i = 1; i < inner.size(); ++i) decoded = decoded << 6 | (static_cast<unsigned char>(inner[i]) & 0x3F);
  RC_ASSERT(decoded == code);
}

}  // namespace
}  // namespace laoyou::record::xml
