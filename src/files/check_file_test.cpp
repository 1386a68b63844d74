#include <gtest/gtest.h>

#include "files/checked.h"
#include "files/jpeg_decode.h"
#include "files/samples_test.h"

namespace laoyou::files {
namespace {

using namespace std::string_literals;

const std::vector<std::string> k_endings{"jpg", "jpeg", "png", "webp", "heic", "pdf", "docx", "xlsx", "odt", "txt", "csv"};

std::string refusal(const std::string& name, const std::string& bytes) {
  const Result<CheckedFile> checked = check_file(collection::papers(), name, bytes);
  return checked ? "" : checked.error().code;
}

CheckedFile checked(const std::string& name, const std::string& bytes) {
  const Result<CheckedFile> result = check_file(collection::papers(), name, bytes);
  EXPECT_TRUE(result) << (result ? "" : result.error().code);
  return result ? *result : CheckedFile{};
}

TEST(AFile, OfEveryKindIsTaken) {
  for (const std::string& ending : k_endings) EXPECT_EQ(refusal("材料." + ending, sample_file(ending)), "") << ending;
  EXPECT_EQ(refusal("IMG_0001.JPG", sample_jpeg(300, 200, 1, true)), "") << "progressive";
  EXPECT_EQ(refusal("宽.jpg", sample_jpeg(1, 1)), "");
  EXPECT_EQ(refusal("表.csv", "\xef\xbb\xbf" "a,b\n"), "") << "a byte order mark";
  EXPECT_EQ(refusal("信.txt", "\xc4\xe3\xba\xc3\n"), "") << "GB 18030";
}

TEST(AFile, KeepsItsBytesUnlessItIsAPictureThatSaysMoreThanIsSeen) {
  for (const std::string& ending : {"pdf", "docx", "xlsx", "odt", "heic", "txt", "csv"}) EXPECT_TRUE(checked("a." + std::string(ending), sample_file(ending)).bytes == sample_file(ending)) << ending;
}

TEST(APhotograph, LosesPlaceAndCameraAndKeepsItsOrientation) {
  for (const int orientation : {1, 3, 6, 8}) {
    const CheckedFile file = checked("a.jpg", with_segment(sample_jpeg(640, 480), '\xe1', sample_exif(orientation)));
    EXPECT_EQ(file.bytes.find("GPS"), std::string::npos);
    EXPECT_EQ(file.bytes.find("TELEFON"), std::string::npos);
    EXPECT_EQ(file.bytes.find("Exif") != std::string::npos, orientation != 1);
    EXPECT_EQ(file.width_px, orientation >= 5 ? 480 : 640);
    EXPECT_EQ(file.height_px, orientation >= 5 ? 640 : 480);
    // What was kept says the same when it is checked again.
    const CheckedFile again = checked("a.jpg", file.bytes);
    EXPECT_TRUE(again.bytes == file.bytes);
    EXPECT_EQ(again.width_px, file.width_px);
  }
}

TEST(APhotograph, LosesWhatATelephoneHangsBehindIt) {
  const std::string photograph = sample_jpeg();
  EXPECT_TRUE(checked("a.jpg", photograph + "SEFH" + std::string(500, '\1')).bytes == checked("a.jpg", photograph).bytes);
  EXPECT_TRUE(checked("a.jpg", photograph + photograph).bytes == checked("a.jpg", photograph).bytes) << "a second picture";
}

TEST(APhotograph, HasAnUprightThumbnailWithinItsBounds) {
  const CheckedFile file = checked("a.jpg", with_segment(sample_jpeg(1200, 600), '\xe1', sample_exif(6)));
  const auto small = decode_jpeg(file.thumbnail);
  ASSERT_TRUE(small);
  EXPECT_EQ(small->width_px, 160);
  EXPECT_EQ(small->height_px, 320);
}

TEST(APicture, LosesItsTexts) {
  const std::string png = sample_png();
  const std::string told = png.substr(0, 33) + png_chunk("tEXt", "Location\0Karamay"s) + png_chunk("eXIf", sample_exif(1)) + png.substr(33);
  EXPECT_TRUE(checked("a.png", told).bytes == png);
  EXPECT_TRUE(decode_jpeg(checked("a.png", told).thumbnail));
  EXPECT_TRUE(decode_jpeg(checked("a.webp", sample_webp()).thumbnail));
}

/// One file that must be refused, and with what.
struct Hostile {
  std::string name, bytes;
  std::vector<std::string> codes;
};

void add_disguises(std::vector<Hostile>& all) {
  const std::vector<std::string> contents{"MZ\x90\0\3"s + std::string(200, '\0'), "\x7f" "ELF\2\1\1"s + std::string(200, '\0'), "<!DOCTYPE html><html><script>alert(1)</script></html>",
                                          "  \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "GIF89a\1\0\1\0\0\0\0;"s, "Rar!\x1a\7\1\0"s, "7z\xbc\xaf\x27\x1c\0\4"s,
                                          "#!/bin/sh\nrm -rf /\n", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0'), "<?php system($_GET['c']); ?>", "<?xml version='1.0'?><a/>",
                                          "{\\rtf1 hello}", "\xca\xfe\xba\xbe\0\0\0\x34"s, "L\0\0\0\x01\x14\x02\0"s, "%!PS-Adobe-3.0\n"};
  for (const std::string& ending : k_endings) {
    for (const std::string& content : contents) all.push_back({"材料." + ending, content, {"files.name_disagrees"}});
    for (const std::string& other : {"jpg", "png", "pdf"})
      if (!agrees(*kind_of_name("a." + ending), format_of_bytes(sample_file(other)))) all.push_back({"a." + ending, sample_file(other), {"files.name_disagrees"}});
    all.push_back({"a." + ending, "", {"files.empty"}});
  }
  for (const std::string& ending : {"docx", "xlsx", "odt"}) {
    all.push_back({"a." + ending, sample_zip({{"readme.txt", "hello"}}), {"files.name_disagrees"}});
    for (const std::string& other : {"docx", "xlsx", "odt"})
      if (ending != other) all.push_back({"a." + ending, sample_document(other), {"files.name_disagrees"}});
  }
}

void add_broken(std::vector<Hostile>& all) {
  for (const std::string& ending : {"jpg", "png", "webp", "heic", "pdf", "docx", "xlsx", "odt"}) {
    const std::string good = sample_file(ending);
    for (std::size_t tenth = 3; tenth < 10; ++tenth) all.push_back({"a." + ending, good.substr(0, good.size() * tenth / 10), {"files.broken"}});
  }
  const std::string png = sample_png(), docx = sample_document("docx");
  for (std::size_t i = 1; i <= 8; ++i) {
    std::string flipped = png;
    flipped[60 + (png.size() - 100) * i / 9] ^= 0x10;
    all.push_back({"a.png", flipped, {"files.broken"}});
  }
  std::string changed = docx;
  changed[changed.find("word/document.xml") + 25] ^= 1;
  all.push_back({"a.docx", changed, {"files.broken"}});
  all.push_back({"a.jpg", "\xff\xd8\xff\xd9"s, {"files.broken"}});
  all.push_back({"a.jpg", sample_jpeg().substr(0, 300) + std::string(3000, 'x') + "\xff\xd9", {"files.broken"}});
  all.push_back({"a.txt", "ab\0cd"s, {"files.broken", "files.name_disagrees"}});
  all.push_back({"a.csv", "a,\x01,b\n", {"files.broken"}});
}

void add_two_in_one(std::vector<Hostile>& all) {
  const std::string zip = sample_zip({{"a.js", "alert(1)"}}), html = "<html><script>alert(1)</script>";
  const std::string jpeg = sample_jpeg(), png = sample_png(), pdf = sample_pdf(), webp = sample_webp();
  for (const std::string& rider : {zip, html, "<SVG onload=x>"s, "<?php x ?>"s, sample_pdf()}) {
    all.push_back({"a.jpg", jpeg + rider, {"files.two_in_one"}});
    all.push_back({"a.jpg", with_segment(jpeg, '\xfe', rider), {"files.two_in_one"}});
    all.push_back({"a.jpg", with_segment(jpeg, '\xe1', "Exif\0\0"s + rider), {"files.two_in_one"}});
    all.push_back({"a.png", png + rider, {"files.two_in_one"}});
    all.push_back({"a.png", png.substr(0, 33) + png_chunk("tEXt", "a\0"s + rider) + png.substr(33), {"files.two_in_one"}});
    all.push_back({"a.webp", webp + rider, {"files.two_in_one"}});
  }
  all.push_back({"a.jpg", jpeg + "MZ\x90", {"files.two_in_one"}});
  all.push_back({"a.pdf", pdf + zip, {"files.two_in_one", "files.broken"}});
  all.push_back({"a.pdf", "%PDF-1.4 " + html + pdf.substr(9), {"files.two_in_one"}});
  all.push_back({"a.txt", "看这里 " + html, {"files.two_in_one"}});
  all.push_back({"a.csv", "a,b\n1,<script src=x>\n", {"files.two_in_one"}});
  all.push_back({"a.heic", sample_heic() + big32(8 + html.size()) + "free" + html, {"files.two_in_one"}});
  for (const std::string& ending : {"docx", "xlsx", "odt"}) {
    all.push_back({"a." + ending, sample_document(ending) + "tail", {"files.broken"}});
    all.push_back({"a." + ending, sample_document(ending) + sample_document(ending), {"files.broken"}});
  }
}

void add_bombs(std::vector<Hostile>& all) {
  for (const bool progressive : {false, true}) {
    std::string jpeg = sample_jpeg(64, 64, 1, progressive);
    const std::size_t frame = jpeg.find(progressive ? "\xff\xc2" : "\xff\xc0");
    jpeg.replace(frame + 5, 4, "\xff\xdc\xff\xdc");
    all.push_back({"a.jpg", jpeg, {"files.picture_too_large"}});
  }
  for (const auto& [width, height] : {std::pair<std::size_t, std::size_t>{60'000, 60'000}, {20'001, 10}, {0x7fffffff, 1}, {9'000, 9'000}}) {
    const std::string png = sample_png();
    std::string head = png.substr(16, 13);
    head.replace(0, 8, big32(width) + big32(height));
    all.push_back({"a.png", png.substr(0, 8) + png_chunk("IHDR", head) + png.substr(33), {"files.picture_too_large"}});
  }
  for (const std::string& ending : {"docx", "xlsx", "odt"}) {
    all.push_back({"a." + ending, sample_document(ending, {{"zeros.bin", std::string(12'000'000, '\0')}}), {"files.inflates"}});
    all.push_back({"a." + ending, sample_document(ending, {{"zeros.xml", std::string(900'000, '\0'), 0, 100}}), {"files.broken"}});
    all.push_back({"a." + ending, sample_document(ending, {{"big.xml", "x", 0, 0xfffffff0}}), {"files.inflates"}});
    all.push_back({"a." + ending, sample_document(ending, {{"../../etc/passwd", "x"}}), {"files.broken"}});
    all.push_back({"a." + ending, sample_document(ending, {{"/abs.xml", "x"}}), {"files.broken"}});
    all.push_back({"a." + ending, sample_document(ending, {{"secret.xml", "x", 1}}), {"files.encrypted"}});
  }
}

void add_active(std::vector<Hostile>& all) {
  for (const std::string& ending : {"docx", "xlsx", "odt"})
    for (const SampleEntry& part : std::vector<SampleEntry>{{"word/vbaProject.bin", "x"}, {"xl/macrosheets/sheet1.xml", "x"}, {"word/activeX/activeX1.xml", "x"}, {"Basic/Standard/Module1.xml", "x"},
                                                            {"Scripts/python/a.py", "x"}, {"setup.exe", "x"}, {"a.js", "x"}, {"a.LNK", "x"},
                                                            {"word/_rels/settings.xml.rels", "<Relationship Type=\"x/attachedTemplate\" Target=\"http://x/t.dotm\" TargetMode=\"External\"/>"}})
      all.push_back({"a." + ending, sample_document(ending, {part}), {"files.active"}});
  for (const std::string& part : {"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "/AA << /O << /S /Launch /F (cmd.exe) >> >>", "/Names << /EmbeddedFiles 5 0 R >>", "/X << /S /J#61vaScript >>",
                                  "/X << /#4a#53 (x) >>", "/AcroForm << /XFA 3 0 R >>", "/X << /S /SubmitForm /F (http://x) >>", "/X << /S /ImportData >>", "/X << /Subtype /RichMedia >>", "/X << /S /GoToE >>",
                                  "/X << /S /Rendition >>", "/X << /S /GoToR /F (\\\\\\\\host) >>", "/Subtype /Movie"})
    all.push_back({"a.pdf", sample_pdf(part), {"files.active"}});
  const auto stream = [](const std::string& dictionary, const std::string& data) {
    const std::string pdf = sample_pdf();
    const std::size_t place = pdf.find("xref");
    return pdf.substr(0, place) + "7 0 obj\n<< " + dictionary + " >>\nstream\n" + data + "\nendstream\nendobj\n" + pdf.substr(place);
  };
  const std::string hidden = deflated("5 0 << /S /JavaScript /JS (x) >>", MAX_WBITS);
  all.push_back({"a.pdf", stream("/Type /ObjStm /Filter /FlateDecode /N 1 /First 4", hidden), {"files.active"}});
  all.push_back({"a.pdf", stream("/Type /Obj#53tm /Filter /FlateDecode /N 1", hidden), {"files.active", "files.unreadable"}});
  all.push_back({"a.pdf", stream("/Type /ObjStm /Filter /LZWDecode /N 1", hidden), {"files.unreadable"}});
  all.push_back({"a.pdf", stream("/Type /ObjStm /Filter /FlateDecode /N 1", "not packed"), {"files.broken"}});
  all.push_back({"a.pdf", stream("/Length 30", "1 0 obj << /S /JavaScript >> endobj"), {"files.active"}});
  all.push_back({"a.pdf", stream("/Type /ObjStm /Filter /FlateDecode", deflated(std::string(80U << 20, ' '), MAX_WBITS)), {"files.inflates"}});
  all.push_back({"a.pdf", sample_pdf("/Encrypt 9 0 R"), {"files.encrypted"}});
}

void add_names(std::vector<Hostile>& all) {
  const std::string jpeg = sample_jpeg();
  for (const std::string& name : {"", "  ", ".jpg", "a/b.jpg", "..\\b.jpg", "c:x.jpg", "photo\u202Egpj.jpg", "a\u200Bb.jpg", "a\nb.jpg", "\xff\xfe.jpg"}) all.push_back({name, jpeg, {"files.name_malformed"}});
  all.push_back({std::string(300, 'a') + ".jpg", jpeg, {"files.name_malformed"}});
  for (const std::string& name : {"a", "a.", "photo.jpg.exe", "a.svg", "a.html", "a.gif", "a.docm", "a.xls", "a.zip", "a.js", "a.hta"}) all.push_back({name, jpeg, {"files.kind_unknown"}});
}

TEST(HostileFiles, AreRefusedByNameThreeHundredAndMore) {
  std::vector<Hostile> all;
  add_disguises(all);
  add_broken(all);
  add_two_in_one(all);
  add_bombs(all);
  add_active(all);
  add_names(all);
  EXPECT_GE(all.size(), 300u);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string code = refusal(all[i].name, all[i].bytes);
    EXPECT_TRUE(std::find(all[i].codes.begin(), all[i].codes.end(), code) != all[i].codes.end())
        << i << " " << all[i].name << ": " << code << ", not " << all[i].codes.front() << "; " << all[i].bytes.substr(0, 60);
  }
  RecordProperty("files", static_cast<int>(all.size()));
}

TEST(APlace, TakesItsOwnKindsAndSizesAlone) {
  const auto code = [](const collection::FileField& field, const std::string& name, const std::string& bytes) {
    const Result<CheckedFile> result = check_file(field, name, bytes);
    return result ? "" : result.error().code;
  };
  EXPECT_EQ(code(collection::photographs(), "a.pdf", sample_pdf()), "files.kind_not_taken");
  collection::FileField small = collection::papers();
  small.bytes_max = 1'000'000;
  EXPECT_EQ(code(small, "a.txt", std::string(1'000'001, 'a')), "files.too_large");
}

// Random damage at random places: whatever comes of it, the check ends and says so.
TEST(DamagedFiles, NeverBringTheCheckDown) {
  SeededRandom random(7);
  for (const std::string& ending : k_endings) {
    const std::string good = sample_file(ending);
    for (int trial = 0; trial < 150; ++trial) {
      std::string bytes = good;
      for (std::uint64_t change = random.below(8); change > 0; --change) bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
      if (random.below(3) == 0) bytes.resize(random.below(bytes.size()) + 1);
      static_cast<void>(refusal("a." + ending, bytes));
    }
  }
}

}  // namespace
}  // namespace laoyou::files
