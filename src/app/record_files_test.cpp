// Files of records through the door: as a browser sends them, by whoever may.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "files/samples_test.h"

namespace laoyou::app {
namespace {

using powers::Power;
using powers::Powers;
using testing::HasSubstr;

constexpr std::string_view k_district = "450203000000", k_neighbour = "450204000000";

class RecordFiles : public OnBothDatabases {
 protected:
  Visitor clerk = house.visit("clerk", "official", k_district);
  std::string folder = "/api/institutions/" + made_institution() + "/files";

  std::string made_institution() {
    const http::ClientAnswer answer = clerk.post("/api/institutions", {{"region", k_district}, {"name", "红星养老院"}, {"kind", "elderly_home"}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    return std::string(boost::json::parse(answer.body).at("row").at("id").as_string());
  }
  http::ClientAnswer send(const Visitor& visitor, const std::string& field, const std::string& name, std::string bytes) {
    return visitor.ask("POST", folder + "?field=" + field + "&name=" + name, std::move(bytes), "application/octet-stream");
  }
  static std::string id_of(const http::ClientAnswer& answer) {
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.status == 200 ? std::string(boost::json::parse(answer.body).at("id").as_string()) : "0";
  }
};

TEST_P(RecordFiles, AreSentListedShownAndTakenOut) {
  const std::string photograph = files::sample_jpeg(2400, 1800, 1, false, 97);
  ASSERT_GT(photograph.size(), 600'000u) << "more than one part, and more than one slice of a body";
  const std::string id = id_of(send(clerk, "photographs", "door.jpg", files::with_segment(photograph, '\xe1', files::sample_exif(1))));
  const auto listed = boost::json::parse(clerk.get(folder).body).at("files").as_array();
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].at("name").as_string(), "door.jpg");
  EXPECT_EQ(listed[0].at("uploaded_by").as_string(), "clerk");
  EXPECT_EQ(listed[0].at("width_px").as_int64(), 2400);
  const http::ClientAnswer bytes = clerk.get(folder + "/" + id);
  EXPECT_TRUE(bytes.body == photograph) << bytes.body.size();
  EXPECT_EQ(bytes.header("Content-Type"), "image/jpeg");
  EXPECT_THAT(std::string(bytes.header("Content-Disposition")), testing::StartsWith("attachment"));
  EXPECT_EQ(bytes.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(bytes.header("Cache-Control"), "no-store");
  bool sandboxed = false;
  for (const auto& [name, value] : bytes.headers) sandboxed = sandboxed || (name == "Content-Security-Policy" && value.find("sandbox") != std::string::npos);
  EXPECT_TRUE(sandboxed);
  EXPECT_EQ(clerk.get(folder + "/" + id + "/thumbnail").header("Content-Type"), "image/jpeg");
  EXPECT_EQ(said(clerk.post(folder + "/" + id + "/remove")), "200");
  EXPECT_EQ(said(clerk.get(folder + "/" + id)), "404 files.not_found");
  EXPECT_TRUE(house.store().verify().intact());
}

TEST_P(RecordFiles, AreForThoseAloneWhoMayReadTheirRecord) {
  const std::string id = id_of(send(clerk, "papers", "charter.pdf", files::sample_pdf()));
  const Visitor reader = house.visit_with("reader", Powers{Power::places_read}, k_district);
  const Visitor neighbour = house.visit("neighbour", "official", k_neighbour);
  const Visitor other = house.visit_with("other", Powers{Power::people_read, Power::people_write}, k_district);
  EXPECT_EQ(said(reader.get(folder + "/" + id)), "200");
  EXPECT_EQ(said(send(reader, "papers", "a.pdf", files::sample_pdf())), "403 access.power_missing");
  EXPECT_EQ(said(reader.post(folder + "/" + id + "/remove")), "403 access.power_missing");
  EXPECT_EQ(said(neighbour.get(folder + "/" + id)), "404 records.not_found");
  EXPECT_EQ(said(neighbour.get(folder)), "404 records.not_found");
  EXPECT_EQ(said(send(neighbour, "papers", "a.pdf", files::sample_pdf())), "404 records.not_found");
  EXPECT_EQ(said(other.get(folder + "/" + id)), "403 access.power_missing");
  EXPECT_EQ(said(house.nobody().get(folder + "/" + id)).substr(0, 3), "401");
}

TEST_P(RecordFiles, ThatAreNotWhatTheySayAreRefusedByName) {
  EXPECT_EQ(said(send(clerk, "photographs", "a.jpg", "MZ\x90 program")), "422 files.name_disagrees");
  EXPECT_EQ(said(send(clerk, "papers", "a.pdf", files::sample_pdf("/OpenAction << /S /JavaScript >>"))), "422 files.active");
  EXPECT_EQ(said(send(clerk, "photographs", "a.jpg", "")), "422 files.empty");
  EXPECT_EQ(said(send(clerk, "somewhere", "a.jpg", files::sample_jpeg())), "422 files.field_unknown");
  EXPECT_EQ(said(send(clerk, "papers", "a.txt", std::string((20 << 20) + 1, 'a'))), "413 http.body_too_large");
  EXPECT_EQ(boost::json::parse(clerk.get(folder).body).at("files").as_array().size(), 0u);
}

TEST_P(RecordFiles, OfARegisterAreDescribedWithIt) {
  const boost::json::value described = boost::json::parse(clerk.get("/api/records").body);
  for (const auto& each : described.at("records").as_array()) {
    if (each.at("record").as_string() != "institution") continue;
    EXPECT_EQ(each.at("files").at(0).at("name").as_string(), "photographs");
    EXPECT_EQ(each.at("files").at(0).at("kinds").at(0).as_string(), "jpeg");
  }
}

}  // namespace
RUN_ON_BOTH_DATABASES(RecordFiles);
}  // namespace laoyou::app
