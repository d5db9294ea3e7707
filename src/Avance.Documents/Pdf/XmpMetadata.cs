using System.Text;

namespace Avance.Documents.Pdf;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">Its title, which viewers show instead of the file's name.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Subject">What it is about, in a line.</param>
/// <param name="Language">Its language: <c>es-MX</c>.</param>
internal sealed record PdfDescription(string Title, string Author, string Subject, string Language);

/// <summary>
/// The metadata that archives read: title, author, and the standards that the file follows (PDF/A-2a for keeping, PDF/UA-1
/// for screen readers). No dates: the same report gives the same bytes.
/// </summary>
internal static class XmpMetadata
{
    /// <summary>The program's name, as in the information dictionary.</summary>
    public const string Producer = "Avance";

    /// <summary>The metadata as a packet.</summary>
    public static byte[] Packet(PdfDescription description) => Encoding.UTF8.GetBytes($"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Markup.Escape(description.Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>{Markup.Escape(description.Author)}</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Markup.Escape(description.Subject)}</rdf:li></rdf:Alt></dc:description>
        <dc:language><rdf:Bag><rdf:li>{description.Language}</rdf:li></rdf:Bag></dc:language>
        <pdf:Producer>{Producer}</pdf:Producer>
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of the standard</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """);
}
