namespace Avance.App.Storage;

/// <summary>Why a database cannot be used, in words for whoever runs the program. None of them is "no data".</summary>
internal static class StorageRefusals
{
    public static RuleViolationException BadLocation(string shown, LocalizedText why) => new("storage.location", new(
        $"No se entiende dónde está la base de datos «{shown}»: {why.Spanish}. Indique la ruta de un archivo SQLite, o postgres://usuario:contraseña@servidor/base.",
        $"The database's location «{shown}» is not understood: {why.English}. Give the path of a SQLite file, or postgres://user:password@host/database."));

    public static RuleViolationException Missing(string shown) => new("storage.missing", new(
        $"No existe la base de datos {shown}. Revise la ruta o el nombre; «avance import report» crea un archivo nuevo al importar el primer informe, y en PostgreSQL la base se crea antes, con createdb.",
        $"There is no database {shown}. Check the path or the name; «avance import report» creates a new file with the first report, and in PostgreSQL the database is created beforehand, with createdb."));

    public static RuleViolationException NotADatabase(string shown) => new("storage.not-a-database", new(
        $"{shown} no es una base de datos SQLite. No se cambió nada en él; indique otra ruta.",
        $"{shown} is not a SQLite database. Nothing in it was changed; give another path."));

    public static RuleViolationException IsDirectory(string shown) => new("storage.not-a-database", new(
        $"{shown} es una carpeta. Indique el archivo de la base de datos, por ejemplo {Path.Combine(shown, "avance.db")}.",
        $"{shown} is a directory. Give the database's file, for example {Path.Combine(shown, "avance.db")}."));

    public static RuleViolationException Foreign(string shown) => new("storage.foreign", new(
        $"{shown} es una base de datos de otro programa. No se cambió nada en ella; indique otra.",
        $"{shown} is a database of another program. Nothing in it was changed; give another one."));

    public static RuleViolationException Newer(string shown, string script) => new("storage.newer", new(
        $"{shown} es de una versión más nueva de este programa (tiene {script}). Actualice el programa; con esta versión no se abre, para no dañarla.",
        $"{shown} belongs to a newer version of this program (it has {script}). Update the program; this version does not open it, so as not to harm it."));

    public static RuleViolationException Damaged(string shown) => new("storage.damaged", new(
        $"El archivo {shown} está dañado. Guarde una copia tal como está y restaure el último respaldo.",
        $"The file {shown} is damaged. Keep a copy as it is and restore the latest backup."));

    public static RuleViolationException Busy(string shown) => new("storage.busy", new(
        $"Otro programa está escribiendo en {shown} y no terminó a tiempo. Espere a que termine y vuelva a intentarlo; no se guardó nada.",
        $"Another program is writing to {shown} and did not finish in time. Wait for it and try again; nothing was saved."));

    public static RuleViolationException ReadOnly(string shown) => new("storage.read-only", new(
        $"No se puede escribir en {shown}: es de solo lectura. Pida permiso de escritura o indique otra base de datos.",
        $"{shown} cannot be written: it is read-only. Ask for permission to write or give another database."));

    public static RuleViolationException Full(string shown) => new("storage.full", new(
        $"No hay espacio en el disco de {shown}; no se guardó nada. Libere espacio y vuelva a intentarlo.",
        $"The disk of {shown} is full; nothing was saved. Free some space and try again."));

    public static RuleViolationException Denied(string shown, string detail) => new("storage.denied", new(
        $"El servidor de {shown} no acepta al usuario ({detail}). Revise usuario, contraseña y permisos.",
        $"The server of {shown} does not accept the user ({detail}). Check user, password and permissions."));

    public static RuleViolationException Unreachable(string shown, string detail) => new("storage.unreachable", new(
        $"No se pudo usar la base de datos {shown} ({detail.TrimEnd('.')}). Revise que la carpeta exista y se pueda escribir en ella o, si es un servidor, que esté encendido y responda; no se perdió ningún dato.",
        $"The database {shown} could not be used ({detail.TrimEnd('.')}). Check that the folder exists and can be written or, for a server, that it is up and answers; no data was lost."));
}
