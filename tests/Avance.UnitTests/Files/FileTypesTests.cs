using System.IO.Compression;
using System.Text;
using Avance.App.Files;
using Xunit;

namespace Avance.UnitTests.Files;

public sealed class FileTypesTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static TheoryData<string, string, bool> Texts { get; } = new()
    {
        { "%PDF-1.7\n1 0 obj", "application/pdf", true },
        { "clave,nombre\nA008,Proyecto", "text/plain", true },
        { "Minuta de la sesión\r\n\tuno < dos", "text/plain", true },
        { "", "text/plain", true },
        { "<!doctype html><p>hola", "text/plain", false },
        { "  \n\t<HTML>", "text/plain", false },
        { "﻿<?xml version='1.0'?><svg/>", "text/plain", false },
        { "<svg xmlns='http://www.w3.org/2000/svg'>", "text/plain", false },
        { "<a href=x>", "text/plain", false },
        { "</p>", "text/plain", false },
        { "Hola\n<ScRiPt>alert(1)</script>", "text/plain", false },
        { "%PDF-1.7\n<html><script>alert(1)</script>", "text/plain", false },
        { "#!/bin/sh\nrm", "application/octet-stream", false },
        { "%!PS-Adobe-3.0", "application/octet-stream", false },
        { "{\\rtf1 hola}", "application/octet-stream", false },
        { "MIME-Version: 1.0\nContent-Type: multipart/related", "application/octet-stream", false },
        { "uno\0dos", "application/octet-stream", false },
        { "uno\u001Bdos", "application/octet-stream", false },
        { "MZ\u0090\0\u0003", "application/octet-stream", false },
        { "GIF89a\u0001\0", "application/octet-stream", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Tells_what_a_file_is_by_its_content(string content, string mediaType, bool isInert)
    {
        var type = FileTypes.Of(Encoding.UTF8.GetBytes(content));

        Assert.Equal((mediaType, isInert), (type.MediaType, type.IsInert));
    }

    [Fact]
    public void Tells_pictures_and_text_of_other_alphabets()
    {
        Assert.Same(FileType.Png, FileTypes.Of(Png));
        Assert.Same(FileType.Jpeg, FileTypes.Of([0xFF, 0xD8, 0xFF, 0xE0, 0]));
        Assert.Same(FileType.Webp, FileTypes.Of("RIFF\0\0\0\0WEBPVP8 "u8.ToArray()));
        Assert.Same(FileType.Unknown, FileTypes.Of("RIFF\0\0\0\0WAVEfmt "u8.ToArray()));
        Assert.Same(FileType.OldOffice, FileTypes.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.Same(FileType.Text, FileTypes.Of([.. "clave;a"u8, 0xF1, .. "o\r\n1;2"u8]));
        Assert.Same(FileType.Unknown, FileTypes.Of([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]));
    }

    /// <summary>A picture is a picture whatever follows far behind; one whose beginning a browser could take for a page is refused.</summary>
    [Fact]
    public void Refuses_a_picture_that_is_a_page_too()
    {
        Assert.Same(FileType.Markup, FileTypes.Of([.. Png, .. "<script>alert(1)</script>"u8]));
        Assert.Same(FileType.Png, FileTypes.Of([.. Png, .. new byte[2_000], .. "<script>alert(1)</script>"u8]));
    }

    [Fact]
    public void Looks_at_the_whole_of_a_text() => Assert.Same(FileType.Unknown, FileTypes.Of([.. Encoding.UTF8.GetBytes(new string('a', 100_000)), 0]));

    [Fact]
    public void Tells_office_documents_from_other_packages()
    {
        Assert.Same(FileType.Xlsx, FileTypes.Of(Package("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Same(FileType.Docx, FileTypes.Of(Package("word/document.xml")));
        Assert.Same(FileType.Pptx, FileTypes.Of(Package("ppt/presentation.xml")));
        Assert.Same(FileType.Zip, FileTypes.Of(Package("respaldo/xl/workbook.xml", "foto.png")));
        Assert.Same(FileType.Macros, FileTypes.Of(Package("xl/vbaProject.bin", "xl/workbook.xml")));
        Assert.Same(FileType.Ods, FileTypes.Of(OpenDocument(FileType.Ods.MediaType)));
        Assert.Same(FileType.Odt, FileTypes.Of(OpenDocument(FileType.Odt.MediaType)));
        Assert.Same(FileType.Unknown, FileTypes.Of(OpenDocument("application/vnd.oasis.opendocument.text-web")));
    }

    [Fact]
    public void Refuses_a_package_whose_directory_does_not_hold_together()
    {
        var package = Package("foto.png", "otra.png");
        Assert.Same(FileType.Unknown, FileTypes.Of(package[..^30]));
        var directory = package.AsSpan().IndexOf("PK\x1\x2"u8);
        package[directory] = (byte)'X';
        Assert.Same(FileType.Unknown, FileTypes.Of(package));
        Assert.Same(FileType.Unknown, FileTypes.Of("PK\x3\x4"u8.ToArray()));
    }

    [Theory]
    [InlineData("acta.pdf", "acta.pdf")]
    [InlineData("ACTA.PDF", "ACTA.PDF")]
    [InlineData("acta.html", "acta.html.pdf")]
    [InlineData("acta", "acta.pdf")]
    public void Gives_a_name_under_which_the_file_opens_as_what_it_is(string sent, string named) => Assert.Equal(named, FileType.Pdf.Named(sent));

    [Theory]
    [InlineData("acta.pdf", "acta.pdf", true)]
    [InlineData(@"C:\Mis documentos\acta 005.pdf", "acta 005.pdf", true)]
    [InlineData("../../etc/passwd", "passwd", true)]
    [InlineData("Diseño «año» 😀.pdf", "Diseño «año» 😀.pdf", true)]
    [InlineData("carpeta/", "", false)]
    [InlineData("a\u202Efdp.exe", "a\u202Efdp.exe", false)]
    [InlineData("a\r\nSet-Cookie: x", "a\r\nSet-Cookie: x", false)]
    [InlineData("a\uD800.pdf", "a\uD800.pdf", false)]
    public void Takes_the_last_part_of_a_name(string sent, string last, bool isUsable)
    {
        Assert.Equal(last, FileNames.Last(sent));
        Assert.Equal(isUsable, FileNames.IsUsable(last));
    }

    private static byte[] Package(params string[] parts) => Package(archive =>
    {
        foreach (var part in parts)
        {
            archive.CreateEntry(part).Open().Dispose();
        }
    });

    private static byte[] OpenDocument(string mediaType) => Package(archive =>
    {
        using (var first = archive.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
        {
            first.Write(Encoding.ASCII.GetBytes(mediaType));
        }

        archive.CreateEntry("content.xml").Open().Dispose();
    });

    private static byte[] Package(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return bytes.ToArray();
    }
}
